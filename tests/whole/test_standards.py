"""What Mozilla Observatory and internet.nl check of an application, asked of the running site, one row per check."""

import http.client
import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.running_site import RunningSite

pytestmark = pytest.mark.once
YEAR = 365 * 24 * 60 * 60
LIVE, STATIC, MEDIA = "/-/live", "a static file", "a media file"
ANSWERS = {
    "front page": ("GET", "/"),
    "page": ("GET", "/melden/"),
    "search": ("GET", "/zoeken/?q=bank"),
    "not found": ("GET", "/bestaat-niet/"),
    "redirect": ("GET", "/melden"),
    "refused post": ("POST", "/melden/"),
    "refused method": ("TRACE", "/melden/"),
    "post of elsewhere": ("POST", "/nuttig/"),
    "beacon": ("POST", "/m"),
    "beacon asked for": ("GET", "/m"),
    "health": ("GET", LIVE),
    "readiness": ("GET", "/-/ready"),
    "robots.txt": ("GET", "/robots.txt"),
    "sitemap": ("GET", "/sitemap.xml"),
    "security.txt": ("GET", "/.well-known/security.txt"),
    "login": ("GET", "/beheer/login/"),
    "admin": ("GET", "/beheer/"),
    STATIC: ("GET", ""),
    MEDIA: ("GET", ""),
}
SCREENS = ["front page", "page", "search", "not found", "refused post", "refused method", "post of elsewhere"]


class Answer:
    """An answer off the line: its status and its headers, names in small letters."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = response.headers.get_all("set-cookie") or []
        self.body = response.read()

    def policy(self) -> dict[str, str]:
        parts = [part.strip().partition(" ") for part in self.headers["content-security-policy"].split(";")]
        return {name: value for name, _, value in parts}


def asked(site, method: str, path: str, **headers: str) -> Answer:
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(site.url).port, timeout=20)
    try:
        line.request(method, path, headers={"Host": urlsplit(site.url).netloc, **headers})
        return Answer(line.getresponse())
    finally:
        line.close()


@pytest.fixture(scope="module")
def answers(site) -> dict[str, Answer]:
    """One answer of every kind that the site gives."""
    front = asked(site, "GET", "/").body.decode()
    files = {name: re.search(rf'"(/{name}/[^" ]+)', front)[1] for name in ("static", "media")}
    places = {**ANSWERS, STATIC: ("GET", files["static"]), MEDIA: ("GET", files["media"])}
    elsewhere = {"post of elsewhere": {"Origin": "https://kwaad.example"}}
    return {name: asked(site, *place, **elsewhere.get(name, {})) for name, place in places.items()}


# What every answer carries, by whichever layer it is given.
ALWAYS: dict[str, Callable[[Answer], bool]] = {
    "nothing is guessed about its type": lambda answer: answer.headers["x-content-type-options"] == "nosniff",
    "other sites cannot use it": lambda answer: answer.headers["cross-origin-resource-policy"] == "same-origin",
    "it is not shared with all origins": lambda answer: "access-control-allow-origin" not in answer.headers,
    "it has a policy": lambda answer: "default-src" in answer.policy(),
    "it does not tell the version of the server": lambda answer: not re.search(r"\d", answer.headers.get("server", "")),
    "it does not tell what made it": lambda answer: "x-powered-by" not in answer.headers,
}
# What belongs to an answer that a browser shows.
SHOWN: dict[str, Callable[[Answer], bool]] = {
    "links tell other sites nothing": lambda answer: answer.headers["referrer-policy"] == "same-origin",
    "no window of another site reaches it": lambda answer: (
        answer.headers["cross-origin-opener-policy"] == "same-origin"
    ),
    "camera and place stay shut": lambda answer: "geolocation=()" in answer.headers["permissions-policy"],
}
# What the public screens have above that: the highest marks of the Observatory.
PUBLIC: dict[str, Callable[[Answer], bool]] = {
    "nothing is allowed by default": lambda answer: answer.policy()["default-src"] == "'none'",
    "nothing unsafe": lambda answer: "unsafe" not in answer.headers["content-security-policy"],
    "no wildcards, no other sites": lambda answer: (
        not re.search(r"\*|https?:", answer.headers["content-security-policy"])
    ),
    "no frame of anybody": lambda answer: answer.policy()["frame-ancestors"] == "'none'",
    "no frame in an old browser": lambda answer: answer.headers["x-frame-options"] == "DENY",
    "forms go to us": lambda answer: answer.policy()["form-action"] == "'self'",
    "no other base for links": lambda answer: answer.policy()["base-uri"] == "'none'",
    "no cookies": lambda answer: answer.cookies == [],
}
STATUSES = {"not found": 404, "redirect": 301, "refused post": 405, "refused method": 405, "post of elsewhere": 403}
UNSEEN = {"beacon", "beacon asked for"}


@pytest.mark.parametrize("check", ALWAYS)
def test_every_answer_has_it(answers, check):
    assert [name for name, answer in answers.items() if not ALWAYS[check](answer)] == []


@pytest.mark.parametrize("check", SHOWN)
def test_every_answer_that_is_shown_has_it(answers, check):
    assert [name for name, answer in answers.items() if name not in UNSEEN and not SHOWN[check](answer)] == []


@pytest.mark.parametrize("check", PUBLIC)
def test_every_public_screen_has_it(answers, check):
    assert [name for name in SCREENS if not PUBLIC[check](answers[name])] == []


def test_the_answers_are_what_they_are_taken_for(answers):
    expected = {name: STATUSES.get(name, 200) for name in SCREENS}

    assert {name: answers[name].status for name in SCREENS} == expected
    assert answers[STATIC].status == answers[MEDIA].status == answers["security.txt"].status == 200


def test_the_admin_is_framed_by_itself_alone_and_its_cookie_is_out_of_reach_of_scripts(answers):
    login = answers["login"]

    assert login.policy()["frame-ancestors"] == "'self'"
    assert login.policy()["object-src"] == "'none'"
    assert "unsafe-eval" not in login.headers["content-security-policy"]
    assert login.cookies
    for cookie in login.cookies:
        assert {"HttpOnly", "SameSite=Lax", "Path=/beheer/"} <= {part.strip() for part in cookie.split(";")}


@pytest.mark.parametrize("host", ["kwaad.example", "localhost.kwaad.example", "127.0.0.1.kwaad.example:80"])
@pytest.mark.parametrize("path", ["/", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/beheer/login/"])
def test_another_name_is_refused_and_stands_in_no_answer(site, host, path):
    answer = asked(site, "GET", path, Host=host)

    assert answer.status == 400
    assert b"kwaad" not in answer.body


def test_what_a_proxy_could_be_made_to_say_stands_in_no_answer(site):
    lies = {
        "X-Forwarded-Host": "kwaad.example",
        "X-Forwarded-Server": "kwaad.example",
        "Forwarded": "host=kwaad.example",
    }

    bodies = [asked(site, "GET", path, **lies) for path in ("/", "/robots.txt", "/sitemap.xml", "/melden")]

    assert not any(b"kwaad" in answer.body or "kwaad" in str(answer.headers) for answer in bodies)


BEHIND_TLS = """
import json
from django.test import Client
def told(path, **more):
    answer = Client(headers={"host": "weerbaar.example"}).get(path, **more)
    cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
    return {"status": answer.status_code, "cookies": cookies, **{n.lower(): v for n, v in answer.headers.items()}}
print(json.dumps([told("/beheer/login/", secure=True), told("/melden/?a=b"), told("/-/live"),
    told("/beheer/login/", headers={"host": "weerbaar.example", "x-forwarded-proto": "https"})]))
"""


@pytest.fixture(scope="module")
def production(site) -> RunningSite:
    """The same site as it would be at its real address, behind TLS, with the rest of .env as it was made."""
    real = {"SITE_URL": "https://weerbaar.example", "ALLOWED_HOSTS": "weerbaar.example", "BEHIND_TLS": "false"}
    return RunningSite(real["SITE_URL"], {**site.environment, **real, "SECRET_KEY": "0123456789abcdef" * 4})


def test_the_check_of_django_finds_nothing_on_a_real_site(production):
    production.manage("check", "--deploy", "--fail-level", "WARNING")


@pytest.fixture(scope="module")
def behind_tls(production) -> list[dict]:
    return json.loads(production.manage("shell", "--no-imports", "-c", BEHIND_TLS).splitlines()[-1])


def test_browsers_are_told_to_come_by_tls_for_a_year(behind_tls):
    safe, _, _, by_proxy = behind_tls

    for answer in (safe, by_proxy):
        assert answer["status"] == 200
        told = re.fullmatch(r"max-age=(\d+); includeSubDomains", answer["strict-transport-security"])
        assert int(told[1]) >= YEAR


def test_who_comes_without_tls_is_sent_there_but_health_answers(behind_tls):
    _, unsafe, health, _ = behind_tls

    assert (unsafe["status"], unsafe["location"]) == (301, "https://weerbaar.example/melden/?a=b")
    assert health["status"] == 200


def test_cookies_go_over_tls_alone_and_their_names_say_so(behind_tls):
    safe = behind_tls[0]

    assert safe["cookies"]
    for cookie in safe["cookies"]:
        assert cookie.startswith("__Secure-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/beheer/"} <= {part.strip() for part in cookie.split(";")}
