"""Does a site work? It is served, and asked for what readers and editors need first."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from campagne.serving.backup.elsewhere import served
from campagne.serving.backup.refused import Refused

ALWAYS = {"de voorpagina": "/", "wat nu te doen": "/nu/", "inloggen": "/beheer/login/", "gereed": "/-/ready"}
MODULE = re.compile(r"<loc>https?://[^/<]+(/modules/[^/<]+/)</loc>")
QUIZ = re.compile(r"<loc>https?://[^/<]+(/quiz/[^/<]+/)</loc>")
START = re.compile(r'action="(/quiz/[^"]+/start/)"')
SECONDS_TO_ANSWER = 30


class Stay(HTTPRedirectHandler):
    """An answer that sends on is an answer."""

    def redirect_request(self, *_: object) -> None:
        return None


def prove(environment: Mapping[str, str], folder: Path, tell: Callable[[str], object]) -> None:
    """Serve the installation of `environment` for a moment and ask. Raises Refused for the first that fails."""
    tell("Proef: de site starten en vragen …")
    with served(environment, folder / "proef.log") as address:
        for what, path in ALWAYS.items():
            _expect(what, address + path, 200)
        listed = _expect("de lijst van pagina's", f"{address}/sitemap.xml", 200)
        more = [what for what in (_module(address, listed), _quiz(address, listed)) if what]
    tell(f"Proef geslaagd: {', '.join([*ALWAYS, *more])}.")


def _module(address: str, listed: str) -> str:
    """What was asked, empty when the site has no module."""
    found = MODULE.search(listed)
    return "een module" if found and _expect("een module", address + found[1], 200) else ""


def _quiz(address: str, listed: str) -> str:
    """The same for a quiz, which is begun as a reader does; nothing is written by that."""
    found = QUIZ.search(listed)
    start = START.search(_expect("een quiz", address + found[1], 200)) if found else None
    if start is None:
        return ""
    _expect("een quiz beginnen", address + start[1], 303, post=True)
    return "een quiz"


def _expect(what: str, address: str, status: int, *, post: bool = False) -> str:
    """The text of an answer. Raises Refused when it is another answer or none."""
    request = Request(address, data=b"" if post else None)  # noqa: S310 (our own server)
    try:
        with build_opener(Stay).open(request, timeout=SECONDS_TO_ANSWER) as answer:
            found, text = answer.status, answer.read().decode(errors="replace")
    except HTTPError as error:
        found, text = error.code, ""
    except (URLError, OSError) as error:
        raise Refused(f"Proef mislukt: {what} gaf geen antwoord ({error}).") from error
    if found != status:
        raise Refused(f"Proef mislukt: {what} ({address}) gaf {found}; verwacht: {status}.")
    return text
