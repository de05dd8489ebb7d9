"""An address has one file, and the way from file to file is the way from page to page."""

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.archiving.places import address_in, file_of, way
from campagne.serving.store.address import Address

pytestmark = pytest.mark.once
HOST = "www.example.nl"
NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
PATHS = st.lists(NAMES, max_size=4).map(lambda names: "".join(f"/{name}" for name in names) + "/")
ADDRESSES = st.builds(Address, st.just(HOST), PATHS, st.sampled_from(["", "pagina=2", "pagina=13"]))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param("/a/?utm_source=x#kop", Address(HOST, "/a/"), id="a page"),
        pytest.param("../b/", Address(HOST, "/thema/b/"), id="from here"),
        pytest.param("?pagina=2", Address(HOST, "/thema/senioren/", "pagina=2"), id="the next page of a list"),
        pytest.param(f"https://{HOST}/a/", Address(HOST, "/a/"), id="written in full"),
        pytest.param("/static/css/main.css", Address(HOST, "/static/css/main.css"), id="a stylesheet"),
        pytest.param("/documenten/3/een%20plan.pdf", Address(HOST, "/documenten/3/een plan.pdf"), id="a document"),
        pytest.param("https://www.politie.nl/", None, id="of somebody else"),
        pytest.param("/beheer/", None, id="the admin"),
        pytest.param("/zoeken/?q=whatsapp", None, id="an answer to a question"),
        pytest.param("/media/../../etc/passwd", None, id="out of the folder"),
        pytest.param("/media/%2e%2e/%2e%2e/etc/passwd", None, id="out of the folder in disguise"),
        pytest.param("mailto:info@example.nl", None, id="a mail address"),
    ],
)
def test_a_link_leads_to_an_address_or_out_of_the_archive(link, expected):
    assert address_in(link, Address(HOST, "/thema/senioren/"), "https") == expected


@given(ADDRESSES, ADDRESSES)
def test_the_way_leads_from_file_to_file(start, end):
    arrived = urljoin(f"file:///archief/{file_of(start)}", way(start, end, ""))

    assert unquote(arrived) == f"file:///archief/{file_of(end)}"


@given(ADDRESSES, ADDRESSES)
def test_two_addresses_have_two_files(one, other):
    assert (file_of(one) == file_of(other)) == (one == other)
