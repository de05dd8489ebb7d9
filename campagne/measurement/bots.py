"""Is this a person's browser? Judged from what every request says, looked at once and kept nowhere.

It errs towards people: a program that tells everything a browser tells is counted. The tracker adds
what only a browser knows: that it is visible, and not steered by a program.
"""

import re
from collections.abc import Mapping

FILTER_VERSION = 1
"""Rises when other programs or people are told apart, so that the dashboard shows from which day on."""
# Every browser of the last ten years begins its name so.
BROWSERS = ("Mozilla/", "Opera/")
LONGEST_NAME = 500
# What programs call themselves, what they do, and the libraries they are made with.
WORDS_OF_PROGRAMS = (
    *("bot", "crawl", "spider", "spyder", "slurp", "archiv", "scrap", "fetch", "monitor", "check", "validat"),
    *("preview", "pingdom", "uptime", "scan", "search", "index", "feed", "rss", "analy", "survey", "proxy", "audit"),
    *("inspect", "synthetic", "verif", "capture", "embedly", "whatsapp", "facebookexternal", " agent", "-google"),
    *("headless", "phantom", "selenium", "puppeteer", "playwright", "lighthouse", "pagespeed", "gtmetrix", "ptst/"),
    *("http:", "https:", "httpx", "httpclient", "httplib", "httpunit", "http-client", "go-http", "okhttp", "libwww"),
    *("curl", "wget", "python", "java", "perl", "ruby", "node", "axios", "php", "guzzle", "nikto", "zgrab"),
)
MAIL_ADDRESS = re.compile(r"\w@[a-z]|\(at\)|\[at\]")
# A maker of telephones with an unlucky name.
NOT_A_PROGRAM = "cubot"
CHROMIUM = re.compile(r"\bChrome/(\d{1,4})")
CHROMIUM_THAT_SAYS_WHERE_FROM = 90


def is_program(headers: Mapping[str, str], *, is_secure: bool = False) -> bool:
    """Tell whether a crawler, checker or script sent this, by its name and by what it forgets to send."""
    return names_itself_program(headers.get("User-Agent", "")) or forgets_manners(headers, is_secure=is_secure)


def names_itself_program(name: str) -> bool:
    if not name.startswith(BROWSERS) or len(name) > LONGEST_NAME:
        return True
    lowered = name.lower().replace(NOT_A_PROGRAM, "")
    return any(word in lowered for word in WORDS_OF_PROGRAMS) or bool(MAIL_ADDRESS.search(lowered))


def forgets_manners(headers: Mapping[str, str], *, is_secure: bool) -> bool:
    """Tell whether something is missing that the browser it says it is always sends.

    Every browser says which languages it reads. A recent Chromium also says where a request came from,
    but only over a secure connection.
    """
    if not headers.get("Accept-Language"):
        return True
    chromium = CHROMIUM.search(headers.get("User-Agent", "")) if is_secure else None
    is_recent = chromium is not None and int(chromium[1]) >= CHROMIUM_THAT_SAYS_WHERE_FROM
    return is_recent and not headers.get("Sec-Fetch-Site")
