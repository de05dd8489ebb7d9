"""Texts of links that do not say where they lead. Somebody who hears only the links of a page, hears these."""

import re

SAYS_NOTHING = frozenset(
    {
        "check deze link",
        "deze link",
        "deze pagina",
        "deze site",
        "deze website",
        "download",
        "ga naar de website",
        "hier",
        "info",
        "klik",
        "klik dan hier",
        "klik hier",
        "kijk hier",
        "lees hier meer",
        "lees meer",
        "lees verder",
        "link",
        "meer",
        "meer info",
        "meer informatie",
        "meer lezen",
        "naar de website",
        "site",
        "verder",
        "website",
        "zie hier",
    }
)
BARE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
CLICK = re.compile(r"\bklik(?:t)?(?: u)?(?: dan| even)? (?:hier|op deze link|op de link)\b", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Tell whether the text of a link says nothing by itself: "klik hier", "meer informatie"."""
    return " ".join(text.split()).strip(" .!?:›>»→").casefold() in SAYS_NOTHING


def is_bare(text: str) -> bool:
    """Tell whether the text of a link is an address as a browser shows it. politie.nl is a name, and good."""
    return bool(BARE.fullmatch(text.strip()))
