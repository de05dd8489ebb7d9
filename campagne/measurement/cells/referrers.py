"""Reduce where somebody came from to a name of a short list. Pure: no Django, no clock.

What is not on the list is forgotten at once: a full address could tell who somebody is.
"""

import re
from collections.abc import Mapping

UNKNOWN = "onbekend"
"""Nothing was told: somebody typed the address, opened a code or a mail, or the other site keeps it to itself."""
OTHER = "overig"
LONGEST_HOST = 60
"""The tracker sends at most the last so many characters of a host."""
HOST = re.compile(r"[a-z0-9.-]+", re.ASCII)

SEARCH_ENGINES: Mapping[str, str] = {
    **dict.fromkeys(("google.com", "google.nl", "google.de", "google.be"), "Google"),
    **dict.fromkeys(("com.google.android.googlequicksearchbox", "com.google.android.gm"), "Google"),
    "bing.com": "Bing",
    "duckduckgo.com": "DuckDuckGo",
    "ecosia.org": "Ecosia",
    "startpage.com": "Startpage",
    "yahoo.com": "Yahoo",
}
SOCIAL_MEDIA: Mapping[str, str] = {
    **dict.fromkeys(("facebook.com", "fb.com", "com.facebook.katana"), "Facebook"),
    **dict.fromkeys(("whatsapp.com", "wa.me", "com.whatsapp"), "WhatsApp"),
    **dict.fromkeys(("linkedin.com", "lnkd.in", "com.linkedin.android"), "LinkedIn"),
    **dict.fromkeys(("youtube.com", "youtu.be"), "YouTube"),
    **dict.fromkeys(("x.com", "t.co", "twitter.com"), "X"),
    "instagram.com": "Instagram",
    "tiktok.com": "TikTok",
    "snapchat.com": "Snapchat",
    "reddit.com": "Reddit",
    "nextdoor.nl": "Nextdoor",
    "nextdoor.com": "Nextdoor",
}
PARTNERS: Mapping[str, str] = {
    **dict.fromkeys(("bibliotheek.nl", "onlinebibliotheek.nl", "dedomijnen.nl", "biblionu.nl"), "bibliotheek"),
    **dict.fromkeys(("chemelot.nl", "samenveiligrondomchemelot.nl"), "chemelot.nl"),
    **{
        domain: domain
        for domain in (
            *("sittard-geleen.nl", "gemeentestein.nl", "gemeentebeek.nl", "limburg.nl", "l1.nl", "vrzl.nl"),
            *("politie.nl", "veiliginternetten.nl", "fraudehelpdesk.nl", "rijksoverheid.nl", "crisis.nl"),
        )
    },
}
BY_DOMAIN: Mapping[str, str] = {**SEARCH_ENGINES, **SOCIAL_MEDIA, **PARTNERS}
REFERRERS = (*dict.fromkeys(BY_DOMAIN.values()), OTHER, UNKNOWN)
"""Every name there can be, in the order of the list."""


def name_of(host: str, own_host: str = "") -> str:
    """Return the name of the site at `host`, such as `www.google.nl`; "" for our own.

    A part of a domain is no domain: `nepolitie.nl` is not the police. What is no host is OTHER; nothing is UNKNOWN.
    """
    if not host:
        return UNKNOWN
    if host.lower() == own_host.lower():
        return ""
    domain = host.lower().partition(":")[0].rstrip(".")
    if len(domain) > LONGEST_HOST or not HOST.fullmatch(domain):
        return OTHER
    parts = domain.split(".")
    ends = (".".join(parts[start:]) for start in range(len(parts)))
    return next((BY_DOMAIN[end] for end in ends if end in BY_DOMAIN), OTHER)
