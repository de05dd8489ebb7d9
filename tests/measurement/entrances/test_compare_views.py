"""The comparison of places, as people of the region and of a municipality see it."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.content.models import CampaignIndexPage, CampaignPage
from campagne.measurement.models import DayEntrance, MonthEntrance
from doelgroepen.models import TargetGroup
from tests.conftest import make_user
from tests.measurement.conftest import an_entrance

ADDRESSES = ["figures_places", "figures_places_csv"]


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


@pytest.fixture
def counted():
    def write(entrance, **counts):
        MonthEntrance.objects.create(month=date(2027, 3, 1), entrance=entrance, **counts)
        DayEntrance.objects.create(day=date(2027, 3, 9), entrance=entrance, **counts)

    return write


def body(response) -> str:
    return response.getvalue().decode() if response.streaming else response.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_municipality_sees_its_own_places_and_those_of_the_region(client, editor_of_stein, stein, beek, address):
    client.force_login(editor_of_stein)
    an_entrance("eigen", None, stein, place="Steinse balie")
    an_entrance("regio", place="Regionale krant")
    an_entrance("ander", None, beek, place="Beekse markt")

    page = body(client.get(reverse(address)))

    assert "Steinse balie" in page
    assert "Regionale krant" in page
    assert "Beekse markt" not in page
    assert "zonder ingang" not in page.lower().split("wat dit niet zegt")[0].split("bron")[0]


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_may_see_no_figures_sees_none(client, home, address):
    client.force_login(make_user("begeleider", Group.objects.get_or_create(name="Zonder cijfers")[0]))

    assert client.get(reverse(address)).status_code in {302, 403}


def test_a_reader_sees_everything_and_what_it_does_not_say(client, reader, beek, counted):
    client.force_login(reader)
    entrance = an_entrance("markt", None, beek, place="Beekse markt", print_run=250)
    counted(entrance.pk, scans=1200, visits=30)
    counted(0, visits=4321)

    page = body(client.get(reverse("figures_places")))

    assert "Zonder ingang: 4.321 bezoeken" in page
    assert "Zonder JavaScript zien we de ingang niet: dan telt de scan wel, maar het bezoek niet" in page
    assert "Een plek is geen persoon." in page
    assert [told in page for told in ("1.200", "12,0", "hangt er nog")] == [True] * 3
    assert reverse("wagtailsnippets_measurement_entrance:place", args=[entrance.pk]) not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_came_before_it_hung_stands_apart(client, regional_editor, counted, address):
    client.force_login(regional_editor)
    entrance = an_entrance("markt", placed_from=date(2027, 3, 10), print_run=250)
    counted(entrance.pk, visits=13)

    page = body(client.get(reverse(address)))

    told = {
        "figures_places": ("Ervoor: </span>13<", "Per 100 gedrukt: </span>0,0<", "Klopt de dag niet?"),
        "figures_places_csv": ("bezoeken per 100 gedrukt;bezoeken ervoor;nagekomen bezoeken", ";250;0;0;0,0;13;0;"),
    }
    assert [words for words in told[address] if words not in page] == []


def test_the_order_is_chosen_and_an_unknown_one_is_the_usual(client, regional_editor, counted):
    client.force_login(regional_editor)
    for code, counts in {"een": {"visits": 3, "scans": 9}, "twee": {"visits": 5, "scans": 5}}.items():
        counted(an_entrance(code, place=f"Plek {code}").pk, **counts)

    def order(**query):
        page = body(client.get(reverse("figures_places"), query))
        return page.index("Plek een") < page.index("Plek twee")

    assert [order(), order(volgorde="gescand"), order(volgorde="<b>")] == [False, True, False]


def test_the_file_runs_no_formula_and_says_what_is_unknown(client, regional_editor, counted):
    client.force_login(regional_editor)
    entrance = an_entrance("formule", place="=HYPERLINK(1)")
    counted(entrance.pk, scans=3, visits=2)

    response = client.get(reverse("figures_places_csv"))
    header, line = body(response).splitlines()

    assert header.lstrip("\ufeff").startswith("plek;middel;gemeente;adres")
    assert line.startswith("'=HYPERLINK(1);poster;hele regio;")
    assert ";hangt er nog;onbekend;3;2;onbekend;0;" in line
    assert "no-store" in response["Cache-Control"]


def test_without_places_it_says_what_to_do(client, reader):
    client.force_login(reader)

    assert "Er zijn nog geen plekken." in body(client.get(reverse("figures_places")))


@pytest.fixture
def campaign(home, publish):
    return publish(
        CampaignIndexPage.objects.get(municipality=None),
        CampaignPage(title="Hoi mam", slug="hoi-mam-campagne", summary="…", goal="…"),
    )


@pytest.fixture
def seniors(home):
    return TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")


@pytest.fixture
def three(stein, beek, campaign, seniors):
    an_entrance("balie", None, stein, place="Steinse balie", campaign=campaign, means="flyer")
    an_entrance("markt", None, beek, place="Beekse markt", group=seniors)
    an_entrance("krant", place="Regionale krant", campaign=campaign, group=seniors)


@pytest.mark.parametrize("address", ADDRESSES)
def test_places_are_narrowed_down(client, reader, three, stein, campaign, seniors, address):
    client.force_login(reader)

    def found(**query) -> set[str]:
        page = body(client.get(reverse(address), query))
        return {place for place in ("Steinse balie", "Beekse markt", "Regionale krant") if place in page}

    assert found() == {"Steinse balie", "Beekse markt", "Regionale krant"}
    assert found(campagne=campaign.pk) == {"Steinse balie", "Regionale krant"}
    assert found(doelgroep=seniors.pk) == {"Beekse markt", "Regionale krant"}
    assert found(gemeente=stein.pk) == {"Steinse balie"}
    assert found(middel="flyer") == {"Steinse balie"}
    assert found(campagne=campaign.pk, doelgroep=seniors.pk) == {"Regionale krant"}


def test_another_order_and_the_file_keep_what_was_chosen(client, reader, three, campaign, counted):
    client.force_login(reader)
    counted(0, visits=4321)

    page = body(client.get(reverse("figures_places"), {"campagne": campaign.pk, "volgorde": "gescand"}))
    sheet = body(client.get(reverse("figures_places_csv"), {"campagne": campaign.pk}))

    assert f'href="?campagne={campaign.pk}&amp;volgorde=nagekomen"' in page
    assert f"{reverse('figures_places_csv')}?campagne={campaign.pk}&amp;volgorde=gescand" in page
    assert '<input type="hidden" name="volgorde" value="gescand">' in page
    assert "Zonder ingang" not in page
    assert ";campagne: Hoi mam;" in sheet


def test_a_choice_without_places_says_what_to_do(client, reader, three, stein):
    client.force_login(reader)

    page = body(client.get(reverse("figures_places"), {"gemeente": stein.pk, "middel": "letter"}))

    assert "Bij deze keuze hoort geen plek. Kies minder filters tegelijk" in page
    assert "Er zijn nog geen plekken." not in page


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "query",
    [
        {"gemeente": "9" * 40},
        {"campagne": "\x00"},
        {"campagne": "9" * 40},
        {"middel": "raket"},
        {"doelgroep": "‮x" * 400},
    ],
)
def test_a_choice_that_does_not_exist_shows_no_place_and_says_so(client, reader, three, address, query):
    client.force_login(reader)

    response = client.get(reverse(address), query)

    assert response.status_code == 200
    page = body(response)
    assert "Steinse balie" not in page
    assert address != "figures_places" or "Deze keuze kan niet." in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_stein_cannot_choose_what_is_of_beek(client, editor_of_stein, three, beek, publish, address):
    client.force_login(editor_of_stein)
    secret = publish(
        CampaignIndexPage.objects.get(municipality=beek),
        CampaignPage(title="Geheime campagne", slug="geheim", summary="…", goal="…"),
    )
    an_entrance("geheim", None, beek, place="Beekse geheime balie", campaign=secret)

    for query in ({}, {"campagne": secret.pk}, {"gemeente": beek.pk}):
        page = body(client.get(reverse(address), query))
        assert "Beekse" not in page
        assert "Geheime campagne" not in page


def test_more_places_take_no_more_queries(client, reader, three, stein, django_assert_max_num_queries):
    client.force_login(reader)
    client.get(reverse("figures_places"))
    with django_assert_max_num_queries(100) as few:
        client.get(reverse("figures_places"))
    for number in range(20):
        an_entrance(f"meer-{number}", None, stein)

    with django_assert_max_num_queries(len(few)) as many:
        client.get(reverse("figures_places"))

    assert len(many) <= len(few) <= 26
