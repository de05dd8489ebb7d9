"""Numbers of inhabitants in the admin: entered with their source, and each municipality only its own."""

from datetime import date

import pytest
from django.urls import reverse

from campagne.measurement.models import Population
from doelgroepen.models import TargetGroup

ADD, LIST = (f"wagtailsnippets_measurement_population:{name}" for name in ("add", "list"))


def filled(**changes) -> dict:
    told = {"group": "", "municipality": "", "persons": "12000", "as_of": "2026-01-01", "source": "CBS StatLine"}
    return {**told, **changes}


@pytest.fixture
def seniors(home):
    return TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")


def test_the_region_enters_how_many_there_are_of_a_group(client, regional_editor, seniors):
    client.force_login(regional_editor)

    client.post(reverse(ADD), filled(group=seniors.pk))

    found = Population.objects.get()
    assert (found.group, found.municipality, found.persons, found.source) == (seniors, None, 12000, "CBS StatLine")


def test_an_editor_of_stein_enters_only_what_is_of_stein(client, editor_of_stein, stein, beek, seniors):
    client.force_login(editor_of_stein)

    for place in ("", beek.pk, stein.pk):
        client.post(reverse(ADD), filled(group=seniors.pk, municipality=place))

    assert [found.municipality for found in Population.objects.all()] == [stein]


def test_a_group_of_beek_is_not_offered_to_stein(client, editor_of_stein, stein, beek):
    client.force_login(editor_of_stein)
    secret = TargetGroup.objects.create(name="Ouders in Beek", self_description="Ik ben ouder", municipality=beek)

    assert "Ouders in Beek" not in client.get(reverse(ADD)).content.decode()
    client.post(reverse(ADD), filled(group=secret.pk, municipality=stein.pk))
    assert not Population.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({"persons": "0"}, "minstens 1 is", id="nobody"),
        pytest.param({"persons": "veel"}, "Voer een geheel getal in", id="a word"),
        pytest.param({"as_of": "31-02-2026"}, "geldige datum", id="no such day"),
        pytest.param({"source": ""}, "verplicht", id="without a source"),
        pytest.param({}, "Van deze dag staat er al een aantal.", id="a second of the same day"),
    ],
)
def test_what_cannot_be_is_explained_and_what_was_typed_stays(client, regional_editor, wrong, told):
    client.force_login(regional_editor)
    Population.objects.create(persons=5, as_of=date(2026, 1, 1), source="Eerder")

    page = client.post(reverse(ADD), filled(**wrong)).content.decode()

    assert told in page
    assert filled(**wrong)["persons"] in page
    assert Population.objects.count() == 1


def test_the_list_asks_no_more_for_more_lines(client, regional_editor, stein, django_assert_max_num_queries):
    client.force_login(regional_editor)
    client.get(reverse(LIST))
    Population.objects.create(persons=5, as_of=date(2026, 1, 1), source="Bron", municipality=stein)
    with django_assert_max_num_queries(100) as few:
        client.get(reverse(LIST))
    for number in range(9):
        Population.objects.create(persons=5, as_of=date(2025, 1, 1 + number), source="Bron", municipality=stein)

    with django_assert_max_num_queries(len(few)):
        client.get(reverse(LIST))
