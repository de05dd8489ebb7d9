import gzip
import re
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campagne.serving.store.address import Address
from campagne.serving.store.front import SECONDS_CURRENT, Store
from campagne.serving.store.generation import Moment
from tests.serving.store.conftest import HOST

pytestmark = pytest.mark.once
FRONT = Address(HOST, "/")


def test_the_site_is_asked_once(reader, small_site):
    answers = [reader.get("/"), reader.get("/"), reader.get("/", REQUEST_METHOD="HEAD")]

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert [bool(answer.body) for answer in answers] == [True, True, False]
    assert answers[2].headers["content-length"] == str(len(answers[0].body))
    assert small_site.asked == 1


@pytest.mark.parametrize(
    ("takes", "coding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("gzip; q=0.000, br;q=0", None, bytes),
    ],
)
def test_readers_get_it_packed_as_they_take_it(reader, takes, coding, unpack):
    answer = reader.get("/", HTTP_ACCEPT_ENCODING=takes)

    assert answer.headers.get("content-encoding") == coding
    assert unpack(answer.body).startswith(b"nummer 1 /")
    assert answer.headers["vary"] == "Accept-Encoding"


def test_who_has_the_page_hears_that_it_did_not_change(reader):
    tag = reader.get("/", HTTP_ACCEPT_ENCODING="br").headers["etag"]

    again = reader.get("/", HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=tag)

    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert "content-length" not in again.headers


def test_after_a_change_readers_do_not_wait_and_the_page_is_asked_for_again(reader, store, small_site, asked_again):
    reader.get("/")
    store.watch.learn(Moment(2, 0))

    answer = reader.get("/")

    assert answer.text.startswith("nummer 1")
    assert (small_site.asked, asked_again) == (1, [FRONT])


def test_after_a_change_readers_do_not_wait_for_the_disk_either(reader, store, tmp_path, asked_again):
    reader.get("/")
    store.watch.learn(Moment(2, 0))
    beside = Store(store.maker, tmp_path)
    beside.watch.learn(Moment(2, 0))
    beside.make(FRONT)

    assert reader.get("/").text.startswith("nummer 1")
    assert asked_again == [FRONT]


def test_what_was_withdrawn_is_never_shown_again(reader, store, small_site, asked_again):
    reader.get("/")
    store.watch.learn(Moment(2, 2))

    assert reader.get("/").text.startswith("nummer 2")
    store.watch.learn(Moment(3, 3))
    small_site.fails = True
    assert (reader.get("/").status, asked_again) == (503, [])


def test_an_older_copy_on_disk_that_was_withdrawn_stays_away_after_a_new_start(reader, store, small_site, tmp_path):
    from campagne.serving.store.front import PagesFirst, Store
    from tests.serving.store.conftest import Reader

    reader.get("/")
    store.watch.learn(Moment(5, 5))
    small_site.fails = True

    started_again = Store(store.maker, tmp_path)

    assert Reader(PagesFirst(small_site, started_again, lambda address: None, {HOST})).get("/").status == 503


def test_the_last_good_page_stands_when_the_site_fails(reader, store, small_site):
    made_at = reader.get("/").headers["x-page-made-at"]
    small_site.fails = True
    store.watch.learn(Moment(2, 0))

    answer = reader.get("/")

    assert (answer.status, answer.headers["x-page-made-at"]) == (200, made_at)
    assert reader.get("/anders/").status == 503


def test_the_last_good_page_stands_when_the_site_breaks_altogether(reader, store, small_site):
    reader.get("/")
    store.shelf.pages[FRONT].made_at -= SECONDS_CURRENT + 1
    small_site.breaks = True

    assert store.make(FRONT) is store.shelf.pages[FRONT]


def test_a_page_that_ends_is_not_shown_after_its_end(reader, store, small_site):
    reader.get("/")
    page = store.shelf.pages[FRONT]
    page.valid_until = page.made_at - 1

    assert reader.get("/").text.startswith("nummer 2")


@pytest.mark.parametrize("seconds", [-3600, SECONDS_CURRENT + 1])
def test_a_page_of_another_time_is_shown_and_made_again(reader, store, asked_again, seconds):
    """Old, or made by a clock that was ahead an hour."""
    reader.get("/")
    store.shelf.pages[FRONT].made_at -= seconds

    assert reader.get("/").text.startswith("nummer 1")
    assert asked_again == [FRONT]


def test_readers_who_come_together_have_the_page_made_once(reader, small_site):
    with ThreadPoolExecutor(16) as readers:
        answers = list(readers.map(lambda _: reader.get("/veel/").status, range(64)))

    assert set(answers) == {200}
    assert small_site.asked == 1


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved Permanently", "500 Internal Server Error"])
def test_only_good_pages_are_kept(reader, store, small_site, status):
    small_site.status = status

    assert reader.get("/").status == int(status[:3])
    assert store.shelf.pages == {}


@pytest.mark.parametrize("header", [("Set-Cookie", "a=b"), ("Cache-Control", "private"), ("Vary", "Cookie")])
def test_what_is_for_one_reader_is_not_kept(reader, store, small_site, header):
    small_site.headers = [*small_site.headers, header]

    reader.get("/")

    assert (store.shelf.pages, reader.get("/").text[:8]) == ({}, "nummer 2")


MARK = "vergif"
NAMES = st.sampled_from(
    [
        *("HTTP_ACCEPT_LANGUAGE", "HTTP_COOKIE", "HTTP_X_FORWARDED_HOST", "HTTP_X_ORIGINAL_URL", "HTTP_REFERER"),
        *("HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_RANGE", "HTTP_FORWARDED", "HTTP_USER_AGENT", "HTTP_AUTHORIZATION"),
        *("HTTP_ACCEPT", "HTTP_CACHE_CONTROL", "HTTP_X_FORWARDED_PROTO", "HTTP_TRANSFER_ENCODING", "REMOTE_ADDR"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    headers=st.dictionaries(NAMES, st.sampled_from([MARK, f"{MARK}.example", f"sessionid={MARK}", "http"])),
    host=st.sampled_from([HOST, f"{MARK}.example", f"{HOST}.{MARK}", f"{HOST}@{MARK}", f" {HOST}"]),
    path=st.sampled_from(["/", "/melden/", f"//{MARK}/", f"/{MARK}%2f", f"/beheer/{MARK}/", f"/melden/;{MARK}/"]),
    query=st.sampled_from(["", "pagina=2", f"q={MARK}", f"utm_source={MARK}", f"pagina=2&x={MARK}", f"fbclid={MARK}"]),
    method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "OPTIONS", "get"]),
)
def test_nothing_a_reader_sends_gets_into_a_stored_page(reader, store, headers, host, path, query, method):
    reader.get(f"{path}?{query}", HTTP_HOST=host, REQUEST_METHOD=method, **headers)

    for address, page in store.shelf.pages.items():
        assert MARK not in repr(address)
        assert MARK not in repr(page.headers)
        assert MARK not in page.as_plain[1].decode()
        assert re.fullmatch(r"/(melden/)?", address.path)


def test_a_form_goes_to_the_site_itself(reader, small_site):
    reader.get("/")

    assert reader.get("/", REQUEST_METHOD="POST", HTTP_COOKIE="a=b").text.count("HTTP_COOKIE=a=b") == 1
    assert small_site.asked == 2
