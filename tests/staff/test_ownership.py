"""An editor of one municipality gets nothing of another's, at any address of the registers."""

import pytest
from django.urls import reverse

from campagne.contacts.models import Channel, ReportChannel
from campagne.staff.ownership import municipalities_of
from doelgroepen.models import TargetGroup

REGISTERS = ["doelgroepen_targetgroup", "contacts_reportchannel"]
ADDRESSES_WITH_A_KEY = ["edit", "delete", "usage", "history", "history_results"]


@pytest.fixture
def of_beek(beek):
    return {
        "doelgroepen_targetgroup": TargetGroup.objects.create(
            name="Ouders in Beek", self_description="Ik ben ouder in Beek", municipality=beek
        ),
        "contacts_reportchannel": ReportChannel.objects.create(
            name="Loket Beek",
            slug="loket-beek",
            code=Channel.MUNICIPALITY,
            phone="046",
            purpose="Vragen",
            municipality=beek,
        ),
    }


@pytest.fixture
def of_the_region(home):
    return {
        "doelgroepen_targetgroup": TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder"),
        "contacts_reportchannel": ReportChannel.objects.create(
            name="Politie", slug="politie", code=Channel.POLICE_CALL, phone="0900-8844", purpose="Geen spoed"
        ),
    }


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("address", ADDRESSES_WITH_A_KEY)
def test_what_is_anothers_cannot_be_opened(client, editor_of_stein, of_beek, register, address):
    client.force_login(editor_of_stein)

    response = client.get(reverse(f"wagtailsnippets_{register}:{address}", args=[of_beek[register].pk]))

    assert response.status_code in {302, 403, 404}
    assert "Beek" not in response.content.decode()


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("address", ["edit", "delete"])
def test_what_is_the_regions_cannot_be_changed_by_a_municipality(
    client, editor_of_stein, of_the_region, register, address
):
    client.force_login(editor_of_stein)
    thing = of_the_region[register]

    client.post(reverse(f"wagtailsnippets_{register}:{address}", args=[thing.pk]), {"name": "Veranderd"})

    thing.refresh_from_db()
    assert thing.name in {"Senioren", "Politie"}


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("address", ["list", "list_results"])
def test_a_list_leaves_out_what_is_anothers(client, editor_of_stein, of_beek, register, address):
    client.force_login(editor_of_stein)

    response = client.get(reverse(f"wagtailsnippets_{register}:{address}"))

    assert response.status_code == 200
    assert str(of_beek[register]) not in response.content.decode()


@pytest.mark.parametrize("register", REGISTERS)
def test_a_chooser_offers_the_regions_and_not_anothers(client, editor_of_stein, of_beek, of_the_region, register):
    client.force_login(editor_of_stein)

    listing = client.get(reverse(f"wagtailsnippetchoosers_{register}:choose_results")).content.decode()
    chosen = client.get(reverse(f"wagtailsnippetchoosers_{register}:chosen", args=[of_beek[register].pk]))

    assert str(of_the_region[register]) in listing
    assert str(of_beek[register]) not in listing
    assert chosen.status_code == 404


@pytest.mark.parametrize("register", REGISTERS)
def test_deleting_several_at_once_spares_what_is_anothers(client, editor_of_stein, of_beek, register):
    client.force_login(editor_of_stein)
    app, model = register.split("_")
    thing = of_beek[register]

    client.post(f"{reverse('wagtail_bulk_action', args=[app, model, 'delete'])}?id={thing.pk}")

    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_what_a_municipality_makes_belongs_to_it(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)
    fields = {"name": "Ouders in Stein", "self_description": "Ik ben ouder", "reading_level": "B1", "order": "0"}

    client.post(reverse("wagtailsnippets_doelgroepen_targetgroup:add"), {**fields, "municipality": ""})
    assert not TargetGroup.objects.filter(name="Ouders in Stein").exists()

    client.post(reverse("wagtailsnippets_doelgroepen_targetgroup:add"), {**fields, "municipality": stein.pk})
    assert TargetGroup.objects.get(name="Ouders in Stein").municipality == stein


def test_a_municipality_cannot_give_its_things_to_another(client, editor_of_stein, beek):
    client.force_login(editor_of_stein)
    fields = {"name": "Van Beek", "self_description": "x", "reading_level": "B1", "order": "0", "municipality": beek.pk}

    client.post(reverse("wagtailsnippets_doelgroepen_targetgroup:add"), fields)

    assert not TargetGroup.objects.filter(name="Van Beek").exists()


@pytest.mark.parametrize("register", REGISTERS)
def test_the_region_changes_everything(client, regional_editor, of_beek, of_the_region, register):
    client.force_login(regional_editor)

    for thing in (of_beek[register], of_the_region[register]):
        assert client.get(reverse(f"wagtailsnippets_{register}:edit", args=[thing.pk])).status_code == 200


def test_who_leaves_a_municipality_has_left_it_at_the_next_request(editor_of_stein, stein):
    assert municipalities_of(editor_of_stein) == [stein.pk]

    editor_of_stein.groups.clear()

    assert municipalities_of(type(editor_of_stein).objects.get(pk=editor_of_stein.pk)) == []
