"""Events in the admin: written down from a chart in a moment, and each municipality only its own."""

from datetime import timedelta

import pytest
from django.urls import reverse

from campagne.measurement.models import ContextEvent
from doelgroepen.models import TargetGroup, Theme
from tests.conftest import make_user

ADD, EDIT, DELETE, LIST = (
    f"wagtailsnippets_measurement_contextevent:{name}" for name in ("add", "edit", "delete", "list")
)


@pytest.fixture
def filled(today):
    """What somebody sends who typed a title: `filled(municipality=stein.pk)`."""

    def fill(**changes) -> dict:
        told = {"title": "Actie tegen nepagenten", "kind": "police", "expected": "up", "begins": today.isoformat()}
        return {**told, "ends": "", "source": "", "municipality": "", **changes}

    return fill


def test_an_editor_writes_down_what_happened_in_the_own_municipality(client, editor_of_stein, stein, filled):
    client.force_login(editor_of_stein)

    client.post(reverse(ADD), filled())
    assert not ContextEvent.objects.exists()
    client.post(reverse(ADD), filled(municipality=stein.pk))

    event = ContextEvent.objects.get()
    assert (event.municipality, event.automatic, event.ends) == (stein, None, None)


def test_the_region_writes_down_what_happened_everywhere(client, regional_editor, filled):
    client.force_login(regional_editor)
    theme = Theme.objects.create(name="Cybercrime", slug="cybercrime")

    client.post(reverse(ADD), filled(themes=[theme.pk]))

    event = ContextEvent.objects.get()
    assert event.municipality is None
    assert list(event.themes.all()) == [theme]


def test_nothing_is_written_down_for_another(client, editor_of_stein, beek, filled):
    client.force_login(editor_of_stein)

    client.post(reverse(ADD), filled(municipality=beek.pk))

    assert not ContextEvent.objects.exists()


@pytest.mark.parametrize("owner", ["beek", "the region"])
@pytest.mark.parametrize("screen", [EDIT, DELETE])
def test_an_event_of_beek_or_the_region_is_not_changed_by_stein(
    client, editor_of_stein, event, beek, stein, filled, owner, screen
):
    client.force_login(editor_of_stein)
    secret = event("Van een ander", municipality=beek if owner == "beek" else None)

    answers = [
        client.get(reverse(screen, args=[secret.pk])),
        client.post(reverse(screen, args=[secret.pk]), filled(municipality=stein.pk)),
    ]

    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert not any("Van een ander" in answer.content.decode() for answer in answers)
    assert ContextEvent.objects.get().title == "Van een ander"
    assert "Van een ander" not in client.get(reverse(LIST)).content.decode()


def test_beek_changes_and_removes_its_own(client, editor_of_beek, event, beek, filled):
    client.force_login(editor_of_beek)
    own = event(municipality=beek)

    client.post(reverse(EDIT, args=[own.pk]), filled(municipality=beek.pk))
    assert ContextEvent.objects.get().title == "Actie tegen nepagenten"
    client.post(reverse(DELETE, args=[own.pk]))

    assert not ContextEvent.objects.exists()


def test_groups_of_another_municipality_are_not_offered(client, editor_of_stein, beek):
    TargetGroup.objects.create(name="Ouders in Beek", self_description="ouder", municipality=beek)
    client.force_login(editor_of_stein)

    assert "Ouders in Beek" not in client.get(reverse(ADD)).content.decode()


def test_an_end_before_the_beginning_is_told_at_its_field(client, regional_editor, filled, today):
    client.force_login(regional_editor)

    screen = client.post(reverse(ADD), filled(ends=(today - timedelta(days=1)).isoformat()))

    assert "Dit is vóór de eerste dag" in screen.content.decode()
    assert not ContextEvent.objects.exists()


def test_a_form_that_a_chart_opened_is_filled_in_and_leads_back(client, editor_of_stein, stein, filled, today):
    client.force_login(editor_of_stein)
    back = f"{reverse('figures')}?van={today}"
    query = {"van": "2026-05-01", "tot": "2026-05-08", "gemeente": stein.pk, "next": back}

    form = client.get(reverse(ADD), query).context["form"]
    saved = client.post(f"{reverse(ADD)}?next={back}", filled(municipality=stein.pk))

    assert form["begins"].value().isoformat() == "2026-05-01"
    assert form["ends"].value().isoformat() == "2026-05-08"
    assert str(form["municipality"].value()) == str(stein.pk)
    assert saved.url == back


def test_nobody_is_led_to_another_site(client, regional_editor, filled):
    client.force_login(regional_editor)

    saved = client.post(f"{reverse(ADD)}?next=https://example.org/", filled())

    assert saved.url == reverse(LIST)


def test_who_only_reads_figures_writes_nothing_down(client, home, filled):
    from django.contrib.auth.models import Group

    client.force_login(make_user("lezer", Group.objects.get(name="Lezer")))

    client.post(reverse(ADD), filled())

    assert not ContextEvent.objects.exists()
