"""The short address on paper leads to its page, counts who scanned, and goes on working when much else does not."""

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from campagne.measurement.entrances.doors import learn_doors
from campagne.measurement.entrances.scans import write_scans
from campagne.measurement.models import DayEntrance, MonthEntrance
from campagne.serving.store.address import is_public
from tests.measurement.conftest import FIREFOX, an_entrance

READER = {"user-agent": FIREFOX, "accept-language": "nl"}
FROM_ADMIN = "http://testserver/beheer/snippets/measurement/entrance/plek/1/"


@pytest.fixture
def entrance(page):
    return an_entrance("bieb-stein", page)


@pytest.fixture
def scan(client):
    def ask(code="bieb-stein", method="get", **headers):
        return getattr(client, method)(f"/q/{code}/", headers={**READER, **headers})

    return ask


def scans():
    write_scans()
    return dict(DayEntrance.objects.values_list("entrance", "scans"))


def test_it_leads_to_the_page_with_the_entrance_behind_the_hash(scan, entrance, page):
    response = scan()

    assert (response.status_code, response["Location"]) == (302, f"{page.url}#via-bieb-stein")
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert not response.cookies
    assert not is_public("/q/bieb-stein/")


def test_a_scan_is_counted_on_its_day_and_in_its_month(scan, entrance):
    scan()
    scan()
    assert not DayEntrance.objects.exists(), "nobody waits for the database"
    write_scans()

    day, month = DayEntrance.objects.get(), MonthEntrance.objects.get()
    assert (day.entrance, day.day, day.scans, day.visits) == (entrance.pk, timezone.localdate(), 2, 0)
    assert (month.entrance, month.month, month.scans) == (entrance.pk, timezone.localdate().replace(day=1), 2)


def test_who_only_asks_for_the_head_is_led_on_and_not_counted(scan, entrance, page):
    response = scan(method="head")

    assert (response.status_code, response["Location"]) == (302, f"{page.url}#via-bieb-stein")
    assert scans() == {}


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, id="a program"),
        pytest.param({"accept-language": ""}, id="no language"),
        pytest.param({"sec-gpc": "1"}, id="Global Privacy Control"),
        pytest.param({"dnt": "1"}, id="Do Not Track"),
        pytest.param({"sec-purpose": "prefetch"}, id="fetched ahead"),
    ],
)
def test_who_is_not_counted_is_led_on_all_the_same(scan, entrance, page, headers):
    assert scan(**headers)["Location"] == f"{page.url}#via-bieb-stein"
    assert scans() == {}


@pytest.mark.parametrize(
    ("referrer", "hash_", "counted"),
    [
        pytest.param(FROM_ADMIN, "#medewerker", False, id="from our admin"),
        pytest.param("https://kwaad.example/beheer/", "#via-bieb-stein", True, id="from another's"),
        pytest.param("http://testserver/beheerders/", "#via-bieb-stein", True, id="from a page of ours"),
    ],
)
def test_staff_who_try_it_out_are_staff(scan, entrance, page, referrer, hash_, counted):
    assert scan(referer=referrer)["Location"] == f"{page.url}{hash_}"
    assert (scans() == {entrance.pk: 1}) is counted


@pytest.mark.parametrize("code", ["Bieb-Stein", "BIEB-STEIN"])
def test_who_types_it_in_capitals_comes_in(scan, entrance, page, code):
    assert scan(code)["Location"] == f"{page.url}#via-bieb-stein"


def test_who_forgets_the_last_slash_comes_in(client, entrance, page):
    assert client.get("/q/bieb-stein", headers=READER, follow=True).redirect_chain[-1][0].startswith(page.url)


@pytest.mark.parametrize("code", ["bestaat-niet", "x" * 25, "x" * 300])
@pytest.mark.parametrize("method", ["get", "head"])
def test_an_unknown_code_gets_a_kind_page_with_a_way_on(scan, entrance, code, method):
    response = scan(code, method)

    assert (response.status_code, response["Cache-Control"]) == (404, "no-store")
    if method == "get":
        page = response.content.decode()
        assert "Deze code kennen we niet" in page
        assert 'href="/zoeken/"' in page
    assert scans() == {}


def test_a_page_that_was_taken_away_is_said_to_be_away(scan, entrance, page):
    page.unpublish()

    response = scan()

    assert response.status_code == 404
    assert "Deze pagina is er nu niet" in response.content.decode()
    assert scans() == {}


def test_a_code_whose_poster_was_taken_away_works_as_before(scan, entrance, page):
    entrance.placed_until = entrance.placed_from
    entrance.save()

    assert scan()["Location"] == f"{page.url}#via-bieb-stein"
    assert scans() == {entrance.pk: 1}


def test_it_takes_no_posts(scan, entrance):
    assert scan(method="post").status_code == 405


def test_while_the_database_is_away_a_known_code_leads_on_and_the_scan_is_counted_later(scan, entrance, page):
    url, pk = page.url, entrance.pk
    learn_doors()

    with connection.execute_wrapper(away):
        assert scan()["Location"] == f"{url}#via-bieb-stein"
        with pytest.raises(OperationalError):
            write_scans()

    assert scans() == {pk: 1}


def test_while_the_database_is_away_a_code_that_was_never_learned_says_so(client, entrance):
    client.raise_request_exception = False

    with connection.execute_wrapper(away):
        response = client.get("/q/bieb-stein/", headers=READER)

    assert response.status_code == 503


def test_what_was_learned_goes_on_while_the_database_is_away(scan, entrance):
    learn_doors()

    with connection.execute_wrapper(away):
        with pytest.raises(OperationalError):
            learn_doors()
        assert scan().status_code == 302


def away(execute, sql, *rest):
    raise OperationalError("de database is weg")
