"""Is this a person's browser? Judged from what every request says, looked at once and kept nowhere.

It errs towards people: a program that tells everything a browser tells is counted. The tracker adds
what only a browser knows: that it is visible, and not steered by a program.
"""

import re
from collections.abc import Mapping

# Words that programs use for themselves, and the libraries they are made with.
PROGRAM = re.compile(
    r"bot\b|bots?[\W_/]|bot[-_ ]?\d|crawl|spider|spyder|slurp|archiv|scrap|fetch|monitor|checker|validat|preview|"
    r"headless|phantom|selenium|puppeteer|playwright|lighthouse|pagespeed|pingdom|uptime|scan|search|index|feed|rss|"
    r"http[-_.]?(?:client|lib|get|unit|url|x)|https?://|\bcurl|wget|python|java/|\bjava\b|okhttp|go-http|libwww|perl|"
    r"ruby|node|axios|\bphp|guzzle|analy|survey|proxy|facebookexternal|whatsapp|embedly|"
    r"^[\w.-]+(?:/[\w.-]+)?$|\+http|\w@[a-z]|\bagent\b",
    re.IGNORECASE,
)
# Every browser of the last ten years names itself so.
BROWSER = re.compile(r"^(?:Mozilla|Opera)/\d")
LONGEST_NAME = 500


def is_program(headers: Mapping[str, str], *, is_secure: bool = False) -> bool:
    """Tell whether a crawler, checker or script sent this, by its name and by what it forgets to send."""
    return names_itself_program(headers.get("User-Agent", "")) or forgets_manners(headers, is_secure=is_secure)


def names_itself_program(name: str) -> bool:
    return not BROWSER.match(name) or len(name) > LONGEST_NAME or bool(PROGRAM.search(name))


def forgets_manners(headers: Mapping[str, str], *, is_secure: bool) -> bool:
    """Tell whether something is missing that the browser it says it is always sends.

    Every browser says which languages it reads. A recent Chromium also says where a request came from,
    but only over a secure connection.
    """
    if not headers.get("Accept-Language"):
        return True
    chromium = re.search(r"\bChrome/(\d+)", headers.get("User-Agent", ""))
    return is_secure and chromium is not None and int(chromium[1]) >= 90 and not headers.get("Sec-Fetch-Site")
