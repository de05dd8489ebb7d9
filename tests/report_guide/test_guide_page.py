"""The first screen: the register while there is nothing to choose, then pictures with words, grouped."""

import re

import pytest

from campagne.contacts.models import Channel, ReportChannel
from campagne.report_guide.models import Category

pytestmark = pytest.mark.django_db
LINKS = re.compile(r'class="card__link" href="([^"]+)"')


def test_an_empty_region_shows_the_register_with_112_first(client, guide, police):
    ReportChannel.objects.create(
        name="Alarm", slug="112", code=Channel.POLICE_CALL, phone="112", purpose="x", is_urgent=True
    )

    text = client.get("/melden/").content.decode()

    assert text.index('Bel <a href="tel:112"') < text.index("Alarm</h3>") < text.index("Politie</h3>")


def test_loose_types_stand_first_and_a_category_only_when_there_is_something_in_it(client, guide, put_type):
    second, first, empty = (
        Category.objects.create(page=guide, title=slug, slug=slug, sort_order=place)
        for place, slug in ((1, "later"), (0, "eerder"), (2, "leeg"))
    )
    put_type("in-de-tweede", category=second)
    put_type("in-de-eerste", category=first)
    put_type("los")
    put_type("concept", live=False, category=empty)

    assert LINKS.findall(client.get("/melden/").content.decode()) == [
        "/melden/los/",
        "/melden/soort/eerder/",
        "/melden/soort/later/",
    ]
    assert LINKS.findall(client.get("/melden/soort/eerder/").content.decode()) == ["/melden/in-de-eerste/"]
    assert client.get("/melden/soort/leeg/").status_code == 404
    assert guide.get_cached_paths() == ["/", "/soort/eerder/", "/soort/later/"]


def test_the_register_stays_at_an_address_of_its_own(client, guide, police, put_type):
    put_type("los")

    assert 'href="/melden/meldpunten/"' in client.get("/melden/").content.decode()
    assert "0900-8844" in client.get("/melden/meldpunten/").content.decode()


def test_the_way_to_be_gone_at_once_is_explained_before_it_is_needed(client, put_type):
    put_type("bedreigd", [{"money": "ja"}, {"money": "nee"}], is_for_victims=True)

    for address in ("/melden/", "/melden/bedreigd/"):
        assert "Gebruik ‘Snel weg’" in client.get(address).content.decode()


def test_a_screen_asks_few_things_of_the_database(client, guide, put_type, django_assert_max_num_queries):
    for number in range(15):
        put_type(f"soort-{number}", category=Category.objects.create(page=guide, slug=f"s{number}", title="x"))
    put_type("los", [{"money": "ja"}, {"money": "nee"}])
    client.get("/melden/meldpunten/")

    with django_assert_max_num_queries(10):
        client.get("/melden/")
    for address in ("/melden/soort/s1/", "/melden/los/", "/melden/los/ja/"):
        with django_assert_max_num_queries(9):
            client.get(address)
