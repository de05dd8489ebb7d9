import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.store.address import Address
from campagne.serving.store.page import Answer, Unreadable, from_bytes

pytestmark = pytest.mark.once
ADDRESS = Address("weerbaar.example", "/melden/")
HTML = ("Content-Type", "text/html; charset=utf-8")


def stored(body=b"<h1>Melden</h1>", **told):
    return Answer("200 OK", [HTML], body, **told).stored_as(ADDRESS, 7, 1_800_000_000.0)


def test_it_is_packed_in_two_ways_and_unpacked_for_who_takes_neither():
    page = stored()

    assert brotli.decompress(page.as_brotli[1]) == b"<h1>Melden</h1>"
    assert gzip.decompress(page.as_gzip[1]) == b"<h1>Melden</h1>"
    assert page.as_plain[1] == b"<h1>Melden</h1>"


@pytest.mark.parametrize("way", ["as_brotli", "as_gzip", "as_plain"])
def test_its_headers_describe_what_is_given(way):
    headers, body = getattr(stored(), way)

    assert dict(headers)["Content-Length"] == str(len(body))
    assert dict(headers)["Vary"] == "Accept-Encoding"
    assert dict(headers)["X-Page-Made-At"] == "2027-01-15T08:00:00Z"
    assert "s-maxage=30" in dict(headers)["Cache-Control"]


def test_it_says_until_when_it_holds_when_it_ends():
    assert dict(stored(valid_until=1_800_003_600.0).as_plain[0])["X-Page-Ends-At"] == "2027-01-15T09:00:00Z"
    assert "X-Page-Ends-At" not in dict(stored().as_plain[0])


def test_each_way_of_packing_has_a_tag_of_its_own_and_any_of_them_is_the_same_page():
    page = stored()
    tags = {page.etag_as("br"), page.etag_as("gzip"), page.etag_as("")}

    assert len(tags) == 3
    assert all(page.is_same_as(tag) and page.is_same_as(f'W/{tag}, "other"') for tag in tags)
    assert not page.is_same_as('"other"')


def test_the_same_page_made_again_keeps_its_tag():
    assert stored().etag == Answer("200 OK", [HTML], b"<h1>Melden</h1>").stored_as(ADDRESS, 8, 1_900_000_000.0).etag


@given(st.binary(max_size=300), st.none() | st.floats(0, 1e10), st.none() | st.integers(1, 10**9))
def test_it_comes_back_from_disk_as_it_was(body, valid_until, page_id):
    page = stored(body, valid_until=valid_until, page_id=page_id)

    assert from_bytes(page.to_bytes()) == page


@given(st.data())
def test_a_damaged_copy_is_never_given_out(data):
    whole = stored(b"<h1>Melden</h1>" * 20).to_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=3)) if data.draw(st.booleans()) else whole[:at]

    if not whole.startswith(damaged) or len(damaged) < len(whole):
        with pytest.raises(Unreadable):
            from_bytes(damaged)


@pytest.mark.parametrize(
    ("status", "header"),
    [
        ("404 Not Found", HTML),
        ("301 Moved Permanently", HTML),
        ("200 OK", ("Cache-Control", "no-store")),
        ("200 OK", ("Cache-Control", "max-age=0, private")),
        ("200 OK", ("Cache-Control", "no-cache")),
        ("200 OK", ("Set-Cookie", "sessionid=geheim")),
        ("200 OK", ("Vary", "Cookie")),
        ("200 OK", ("Vary", "Accept-Encoding, Accept-Language")),
        ("200 OK", ("Content-Disposition", "attachment")),
        ("200 OK", ("Content-Encoding", "gzip")),
    ],
)
def test_what_is_not_for_everybody_is_not_stored(status, header):
    assert not Answer(status, [header], b"").may_be_stored


def test_an_ordinary_page_is_stored():
    assert Answer("200 OK", [HTML, ("Vary", "Accept-Encoding")], b"").may_be_stored
