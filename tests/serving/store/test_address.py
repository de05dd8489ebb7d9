import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.store.address import Address, address_of, is_public, shown_by

pytestmark = pytest.mark.once
HOSTS = {"weerbaar.example", "localhost:8000"}


def request(**environ):
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/melden/",
        "QUERY_STRING": "",
        "HTTP_HOST": "weerbaar.example",
        "wsgi.url_scheme": "https",
        **environ,
    }


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        pytest.param({}, Address("weerbaar.example", "/melden/"), id="a page"),
        pytest.param({"REQUEST_METHOD": "HEAD"}, Address("weerbaar.example", "/melden/"), id="only its head"),
        pytest.param({"PATH_INFO": "/"}, Address("weerbaar.example", "/"), id="the front page"),
        pytest.param({"PATH_INFO": "/sitemap.xml"}, Address("weerbaar.example", "/sitemap.xml"), id="for robots"),
        pytest.param(
            {"QUERY_STRING": "pagina=2"}, Address("weerbaar.example", "/melden/", "pagina=2"), id="a screen of a list"
        ),
        pytest.param(
            {"QUERY_STRING": "fbclid=abc&utm_source=x"}, Address("weerbaar.example", "/melden/"), id="added by others"
        ),
        pytest.param({"REQUEST_METHOD": "POST"}, None, id="a form"),
        pytest.param({"REQUEST_METHOD": "get"}, None, id="a method that is none"),
        pytest.param({"HTTP_HOST": "elders.example"}, None, id="another host"),
        pytest.param({"HTTP_HOST": "weerbaar.example:81"}, None, id="another port"),
        pytest.param({"HTTP_HOST": "WEERBAAR.example"}, None, id="a host in capitals"),
        pytest.param({"HTTP_X_FORWARDED_PROTO": "http"}, None, id="without TLS behind TLS"),
        pytest.param({"SCRIPT_NAME": "/elders"}, None, id="below another folder"),
        pytest.param({"PATH_INFO": "/beheer/pages/"}, None, id="the admin"),
        pytest.param({"PATH_INFO": "/-/ready"}, None, id="health"),
        pytest.param({"PATH_INFO": "/media/images/a.webp"}, None, id="an upload"),
        pytest.param({"PATH_INFO": "/melden/kaart/pdf/"}, None, id="a print, that is kept by itself"),
        pytest.param({"PATH_INFO": "//elders.example/"}, None, id="two slashes"),
        pytest.param({"PATH_INFO": "/melden/../beheer/"}, None, id="a path upwards"),
        pytest.param({"PATH_INFO": "/melden/\x00/"}, None, id="a zero"),
        pytest.param({"PATH_INFO": "/caf\xc3\xa9/"}, None, id="no letter of ours"),
        pytest.param({"PATH_INFO": "/melden"}, None, id="without the last slash"),
        pytest.param({"PATH_INFO": "/a/stap/10/"}, Address("weerbaar.example", "/a/stap/10/"), id="a step"),
        pytest.param({"PATH_INFO": "/a/stap/010/"}, None, id="a step whose number is written otherwise"),
        pytest.param({"PATH_INFO": "/" + 400 * "a" + "/"}, None, id="endless"),
        pytest.param({"QUERY_STRING": "q=geheim"}, None, id="a search"),
        pytest.param({"QUERY_STRING": "pagina=2&pagina=3"}, None, id="twice"),
        pytest.param({"QUERY_STRING": "pagina=0002"}, None, id="a number in another form"),
        pytest.param({"QUERY_STRING": "pagina=1000"}, None, id="too far"),
        pytest.param({"QUERY_STRING": "pagina=2&x=1"}, None, id="something unknown beside"),
    ],
)
def test_only_plain_readings_of_public_pages_have_an_address(environ, address):
    assert address_of(request(**environ), HOSTS, "https") == address


@given(st.text(max_size=40))
def test_whatever_stands_behind_the_question_mark_has_one_form_or_none(query):
    shown = shown_by(query)

    assert shown is None or shown_by(shown) == shown


@given(st.text(alphabet="/.%\\a-z0", max_size=30))
def test_no_path_leads_elsewhere(path):
    if is_public(path):
        assert ".." not in path.split("/")
        assert "//" not in path
        assert "%" not in path
        assert "\\" not in path
