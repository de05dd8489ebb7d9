"""Whatever is sent to a public address: the fitting status and a Dutch sentence, no cookie, never our own fault."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from wagtail.models import Page, get_page_models

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import Inbox
from campagne.measurement.stamp import stamp_for
from campagne.quiz.models import Response
from tests.founded import bring_the_founded_region, keep_with
from tests.measurement.conftest import BROWSER
from tests.quiz.conftest import NO, Taker, published, quiz_of

pytestmark = pytest.mark.django_db
WITH_PLACES = "kept_places"
FORM = "application/x-www-form-urlencoded"
RIGHT_TO_LEFT, ZALGO = "\u202ekwaad\u2066" * 20, "z\u0335\u0321\u0337" * 300
TEXTS = [
    pytest.param("a\0b", id="a NUL byte"),
    pytest.param(RIGHT_TO_LEFT, id="right to left"),
    pytest.param(ZALGO, id="zalgo"),
    pytest.param("9" * 5000, id="a number of 5,000 digits"),
    pytest.param("-1", id="below zero"),
    pytest.param("٣²", id="digits that are no number"),
    pytest.param("' OR 1=1 -- & | ! ( ) : * <->", id="words of a query language"),
    pytest.param("<script>alert(1)</script>{{ 1 }}%s", id="words of a template"),
    pytest.param("../../etc/passwd", id="a path upwards"),
]
PUBLIC = [
    "front",
    "page",
    "search",
    "useful",
    "start",
    "question",
    "explanation",
    "overview",
    "finish",
    "vooraf",
    "achteraf",
    "stoppen",
    "upload",
    "gone",
    "join",
    "door",
]
FORMS = ["useful", "reason", "start", "question", "finish", "achteraf", "join", "door"]
FIELDS = ["page", "revision", "step", "stamp", "useful", "reason", "submission", "state", "option", "q"]
FIELDS += ["code", "kaart", "secret", "version", "action"]


@pytest.fixture(scope="session")
def kept_places(django_db_setup, django_db_blocker) -> dict[str, str]:
    """Every kind of public address, made once for all tests here."""
    found = {}
    with django_db_blocker.unblock():
        keep_with(WITH_PLACES, lambda: found.update(made_places()))
    return found


@pytest.fixture
def places(kept_places, db) -> dict[str, str]:
    """Every kind of public address, as new."""
    bring_the_founded_region(WITH_PLACES)
    return kept_places


def made_places() -> dict[str, str]:
    """Publish a page, and have somebody begin a quiz."""
    page, quiz = ArticlePage(title="Hoi mam", summary="Een appje van een onbekend nummer."), quiz_of(published())
    ArticleIndexPage.objects.get(municipality=None).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    taker = Taker().start(quiz)
    taker.answer(1, NO)
    revision = page.live_revision_id
    told = {"page": page.pk, "revision": revision, "step": 0, "stamp": stamp_for(page.pk, revision, 0), "useful": "no"}
    thanks = Client(headers=BROWSER).post("/nuttig/", told)["Location"]
    screens = {name: taker.address + end for name, end in [("question", "1/"), ("explanation", "1/uitleg/")]}
    more = {"overview": f"{taker.address}overzicht/", "finish": f"{taker.address}klaar/", "start": quiz.start_url}
    more |= {name: f"{taker.address}{name}/" for name in ("vooraf", "achteraf", "stoppen")}
    rest = {"front": "/", "page": page.url, "search": "/zoeken/", "useful": "/nuttig/", "reason": f"{thanks}reden/"}
    groups = {"join": "/meedoen/", "door": "/begeleiden/"}
    return {**screens, **more, **rest, **groups, "upload": "/media/", "gone": "/documenten/9/"}


@pytest.fixture
def ask():
    """Ask as a browser does, and look at what is true of every answer."""

    def asked(method: str, address: str, data: bytes | str = b"", **more):
        answer = Client(raise_request_exception=False, headers=BROWSER).generic(method, address, data, **more)
        body = answer.getvalue().decode(errors="replace")
        assert answer.status_code < 500
        assert not answer.cookies
        assert answer.status_code < 400 or method == "HEAD" or 'lang="nl"' in body, body[:200]
        return answer

    return asked


@pytest.mark.parametrize("place", PUBLIC)
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_in_an_address_is_answered(ask, places, place, text):
    within = ask("GET", f"{places[place]}{quote(text, safe='')}/")
    asked = [ask("GET", f"{places[place]}?{name}={quote(text)}") for name in ("q", "pagina", "next")]

    assert within.status_code in {400, 404, 405, 410}
    assert {answer.status_code for answer in asked} <= {200, 302, 303, 404, 405}


@pytest.mark.parametrize("place", FORMS)
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_in_a_form_is_refused_and_nothing_is_stored(ask, places, place, text):
    before = Inbox.objects.count(), Response.objects.count()

    for name in FIELDS:
        assert ask("POST", places[place], urlencode({name: text}), content_type=FORM).status_code in {303, 400, 422}

    assert (Inbox.objects.count(), Response.objects.count()) == before


@pytest.mark.parametrize("place", FORMS)
def test_a_body_of_100_kb_is_too_large(ask, places, place):
    assert ask("POST", places[place], b"option=" + b"x" * 100_000, content_type=FORM).status_code == 413


@pytest.mark.parametrize("place", FORMS)
@pytest.mark.parametrize("origin", ["https://kwaad.example", "null", "http://[", ":::", "http://testserver:99999", ""])
def test_a_form_of_elsewhere_is_refused(ask, places, place, origin):
    assert ask("POST", places[place], b"a=1", content_type=FORM, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("place", ["useful", "reason", "start"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NONSENSE"])
def test_what_only_takes_posts_says_so(ask, places, place, method):
    answer = ask(method, places[place])

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"


@pytest.mark.parametrize("place", ["front", "page", "search", "explanation", "overview"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_what_is_only_read_takes_no_posts(ask, places, place, method):
    assert ask(method, places[place], b"a=1", content_type=FORM).status_code == 405


@pytest.mark.parametrize("place", ["front", "page"])
def test_a_page_says_what_it_takes(ask, places, place):
    answers = {method: ask(method, places[place]) for method in ("GET", "HEAD", "OPTIONS")}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert answers["OPTIONS"]["Allow"] == "GET, HEAD, OPTIONS"


def test_no_page_type_of_ours_takes_anything_else():
    taken = {model.__name__: model.allowed_http_method_names() for model in get_page_models() if model is not Page}

    assert set(map(tuple, taken.values())) == {("GET", "HEAD", "OPTIONS")}, taken


def test_a_document_with_an_endless_number_is_not_there(ask):
    assert ask("GET", f"/documenten/{'9' * 5000}/a/").status_code == 404


@pytest.mark.parametrize("place", FORMS)
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        pytest.param("application/json", b'{"page": 1', id="half a JSON"),
        pytest.param("text/plain", b"\0\xff\xfe", id="bytes that are no text"),
        pytest.param(FORM, b"a=%00&b=%ff&=&&&", id="a form of nothing"),
        pytest.param(FORM, b"&".join(b"a%d=1" % n for n in range(1500)), id="1,500 fields"),
        pytest.param(f"{FORM}; charset=utf-16", b"a=1", id="another character set"),
        pytest.param("multipart/form-data", b"a", id="parts without a boundary"),
        pytest.param("multipart/form-data; boundary=x", b"--x\r\nContent-Dis", id="half a part"),
        pytest.param("multipart/form-data; boundary=\xff", b"--\xff", id="a boundary that is no text"),
        pytest.param(
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="page"; filename="a\0.svg"\r\n\r\n<svg/>\r\n--x--',
            id="a file where text belongs",
        ),
    ],
)
def test_a_body_of_another_kind_is_refused(ask, places, place, content_type, body):
    assert ask("POST", places[place], body, content_type=content_type).status_code in {303, 400, 422}


@pytest.mark.parametrize("length", ["²", "٣", "-1", "veel", "9" * 5000])
def test_a_length_that_is_no_number_is_refused(ask, places, length):
    assert ask("POST", places["start"], b"a=1", content_type=FORM, CONTENT_LENGTH=length).status_code == 400


@pytest.mark.parametrize("origin", ["https://kwaad.example", "http://[", "null"])
def test_a_beacon_of_elsewhere_is_refused_in_a_few_dutch_words(client, db, origin):
    answer = client.post("/m", b"{}", content_type="text/plain", headers={**BROWSER, "origin": origin})

    assert answer.status_code == 403
    assert "eigen pagina" in answer.content.decode()


def test_staff_log_in_at_one_address_only(client, db):
    answer = client.get("/_util/login/")

    assert answer["Location"] == "/beheer/login/"
    assert not answer.cookies
