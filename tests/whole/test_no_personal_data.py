"""Whatever somebody sends, nothing that tells who it was is written anywhere: not in a log, a table or a stored page.

Everything that is sent here bears a mark. Afterwards every byte that the site wrote is searched for it.
"""

import http.client
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import psycopg
import pytest

# A page whose half is missing: what is asked of it ends in a fault.
BREAK = """
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site
from campagne.content.models import ArticlePage
kind = ContentType.objects.get_for_model(ArticlePage)
Site.objects.get().root_page.add_child(instance=Page(title="Stuk", slug="stuk", content_type=kind))
"""
MEND = """
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page
Page.objects.filter(slug="stuk").update(content_type=ContentType.objects.get_for_model(Page))
Page.objects.get(slug="stuk").delete()
"""
ADDRESS_SENT, ADDRESS_USED = "203.0.113.77", "127.0.0.77"
FORM = "application/x-www-form-urlencoded"


@dataclass
class Stranger:
    """Somebody who leaves a mark on everything he sends, and remembers each by what it was part of."""

    port: int
    host: str
    marks: dict[str, str] = field(default_factory=dict)

    def mark(self, name: str) -> str:
        return self.marks.setdefault(name, f"merk{secrets.token_hex(8)}")

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, **headers: str) -> tuple[int, str, str]:
        """Ask with marks in every header; gives the status, where to go on, and the text."""
        agent = f"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 {self.mark('user agent')}"
        sent = {
            "Host": self.host,
            "User-Agent": agent,
            "Accept-Language": f"nl, x-{self.mark('language')};q=0.1",
            "Cookie": f"sessionid={self.mark('session')}; bezoek={self.mark('cookie')}",
            "Referer": f"http://{self.host}/?{self.mark('referrer')}",
            "X-Forwarded-For": ADDRESS_SENT,
            "Forwarded": f"for={ADDRESS_SENT}",
            "Authorization": f"Basic {self.mark('authorization')}",
            **headers,
        }
        body = None if form is None else urlencode(form)
        if body is not None:
            sent.setdefault("Content-Type", FORM)
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(ADDRESS_USED, 0))
        try:
            line.request(method, path, body, sent)
            answer = line.getresponse()
            return answer.status, answer.headers.get("Location", ""), answer.read().decode(errors="replace")
        finally:
            line.close()


@pytest.fixture(scope="module")
def stranger(site) -> Stranger:
    return Stranger(urlsplit(site.url).port, urlsplit(site.url).netloc)


@pytest.fixture(scope="module")
def statuses(site, stranger) -> set[int]:
    """Everything that a stranger can do; gives the statuses of what was answered."""
    site.manage("shell", "--no-imports", "-c", BREAK)
    try:
        quiz, group = takes_a_quiz(stranger), joins_a_group(stranger)
        return {*looks_around(stranger), *fills_in(stranger), *quiz, *group, *logs_in(stranger)}
    finally:
        site.manage("shell", "--no-imports", "-c", MEND)


def looks_around(stranger: Stranger) -> set[int]:
    ask, mark = stranger.ask, stranger.mark
    query = quote(mark("query"))
    return {
        ask("GET", f"/?bron={query}")[0],
        ask("GET", f"/zoeken/?q={mark('search')}")[0],
        ask("GET", f"/{mark('path')}/")[0],
        ask("GET", f"/stuk/?q={query}")[0],
        ask("GET", f"/stuk/{mark('path')}/")[0],
        ask("POST", "/stuk/", {"naam": mark("form")})[0],
        ask("GET", f"/%00{mark('path')}")[0],
        ask("GET", "/", Host=f"{mark('host')}.example")[0],
        ask("GET", "/-/ready")[0],
        ask(mark("method").upper(), "/melden/")[0],
        ask("POST", "/melden/", {"naam": mark("form")})[0],
        ask("GET", f"/media/{mark('path')}.jpg")[0],
        ask("GET", f"/documenten/1/{mark('path')}/")[0],
    }


def fills_in(stranger: Stranger) -> set[int]:
    ask, mark = stranger.ask, stranger.mark
    page = ask("GET", "/instructies/melding-en-aangifte/")[2]
    hidden = dict(re.findall(r'name="(page|revision|step|stamp)" value="([^"]*)"', page))
    told = ask("POST", "/nuttig/", {**hidden, "useful": "no", "toelichting": mark("form")})
    return {
        told[0],
        ask("POST", f"{told[1]}reden/", {"reason": "te_lang", "reden": mark("form")})[0],
        ask("POST", "/nuttig/", {"page": mark("form")})[0],
        ask("POST", "/nuttig/", {"page": "1"}, Origin=f"https://{mark('origin')}.example")[0],
        ask("POST", "/nuttig/", {"page": mark("form") * 3000})[0],
        ask("POST", "/m", {"kind": mark("message")}, **{"Content-Type": "text/plain"})[0],
    }


def takes_a_quiz(stranger: Stranger) -> set[int]:
    ask, mark = stranger.ask, stranger.mark
    page = ask("GET", "/quiz/waar-meld-ik-dit/")[2]
    start = re.search(r'action="([^"]*/start/)"', page)[1]
    status, question, _ = ask("POST", start, {"page": re.search(r'name="page" value="([^"]*)"', page)[1]})
    asked = ask("GET", question)[2]
    submission = re.search(r'name="submission" value="([^"]*)"', asked)[1]
    option = re.search(r'name="option"[^>]*value="([^"]*)"', asked)[1]
    answer = {"submission": submission, "option": option, "state": "answered", "naam": mark("form")}
    return {
        status,
        ask("POST", question, answer)[0],
        ask("POST", question, {"submission": submission, "naam": mark("form")})[0],
        ask("POST", question, {"submission": mark("form"), "option": mark("form")})[0],
        ask("GET", question.replace("/1/", f"{mark('ticket')}/1/"))[0],
    }


def joins_a_group(stranger: Stranger) -> set[int]:
    ask, mark = stranger.ask, stranger.mark
    return {
        ask("GET", f"/meedoen/?code={mark('query')}")[0],
        ask("POST", "/meedoen/", {"code": mark("code"), "kaart": mark("seat"), "naam": mark("form")})[0],
        ask("POST", "/meedoen/", {"code": "128450", "naam": mark("form")})[0],
        ask("GET", f"/meedoen/les/{mark('key')}/")[0],
        ask("GET", f"/meedoen/kaart/{mark('card')}/")[0],
        ask("POST", f"/meedoen/kaart/{mark('card')}/", {"naam": mark("form")})[0],
        ask("GET", f"/meedoen/mee/{mark('ticket')}/")[0],
        ask("POST", f"/meedoen/mee/{mark('ticket')}/vraag/1/", {"naam": mark("form")})[0],
        ask("GET", f"/meedoen/stand/{mark('key')}")[0],
        ask("POST", "/begeleiden/", {"code": mark("secret")})[0],
        ask("GET", f"/begeleiden/kaart/{mark('secret')}/")[0],
    }


def logs_in(stranger: Stranger) -> set[int]:
    """Try a name and a password without success, as a browser that got the cookie of the form."""
    ask, mark = stranger.ask, stranger.mark
    page = ask("GET", "/beheer/login/")[2]
    value = re.search(r'name="csrfmiddlewaretoken" value="([^"]*)"', page)[1]
    form = {"username": mark("username"), "password": mark("password"), "csrfmiddlewaretoken": value}
    return {
        ask("POST", "/beheer/login/", form)[0],
        ask("POST", "/beheer/login/", form, Cookie=f"csrftoken={value}", Referer=f"http://{stranger.host}/")[0],
        ask("POST", "/beheer/password_reset/", {"email": f"{mark('mail')}@voorbeeld.nl"})[0],
        ask("GET", f"/beheer/{mark('path')}/")[0],
    }


def written_by(site) -> dict[str, bytes]:
    """Every byte below DATA_DIR (the log of the server is one of the files), and every row of a database elsewhere."""
    files = {str(path): path.read_bytes() for path in Path(site.environment["DATA_DIR"]).rglob("*") if path.is_file()}
    address = site.environment["DATABASE_URL"]
    return {**files, **(rows_of(address) if address.startswith("postgres") else {})}


def rows_of(address: str) -> dict[str, bytes]:
    with psycopg.connect(address) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            table: repr(connection.execute(f'SELECT t::text FROM "{table}" t').fetchall()).encode()
            for (table,) in tables
        }


def test_every_kind_of_answer_was_given(statuses):
    assert statuses >= {200, 303, 400, 403, 404, 405, 413, 422, 500}, statuses


def test_no_mark_was_written_anywhere(site, stranger, statuses):
    marks = {**stranger.marks, "address sent": ADDRESS_SENT, "address used": ADDRESS_USED}

    written = written_by(site)

    found = [(name, where) for where, text in written.items() for name, mark in marks.items() if mark.encode() in text]
    assert found == []


def test_the_fault_was_logged(site, statuses):
    """Or the search above would have had nothing to look at."""
    log = (Path(site.environment["DATA_DIR"]) / "server.log").read_text()

    assert "ArticlePage.DoesNotExist" in log
