"""What changes in somebody's roles is written down, and nobody gives themselves or others more than they have."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from campagne.staff.freezing.account import freeze, is_frozen
from tests.conftest import PASSWORD, make_user

NEW = "een heel ander wachtwoord van nu"


@pytest.fixture
def boss(home):
    return make_user("baas", Group.objects.get(name="Beheerder"))


def filled_in(**changes) -> dict:
    return {"username": "collega", "email": "c@example.com", "first_name": "Cor", "last_name": "Thijs", **changes}


def told(account) -> list[str]:
    lines = ModelLogEntry.objects.for_instance(account).filter(action__startswith="staff.").order_by("pk")
    return [line.message for line in lines]


def test_roles_are_written_down_when_an_account_is_made_and_changed(client, boss):
    reader, editor = (Group.objects.get(name=name) for name in ("Lezer", "Regieredacteur"))
    client.force_login(boss)
    passwords = {"password1": NEW, "password2": NEW}

    client.post("/beheer/users/new/", filled_in(groups=[reader.pk], **passwords))
    colleague = get_user_model().objects.get(username="collega")
    client.post(f"/beheer/users/edit/{colleague.pk}/", filled_in(groups=[editor.pk], is_active="on"))
    client.post(f"/beheer/users/edit/{colleague.pk}/", filled_in(groups=[editor.pk]))

    assert told(colleague) == [
        "Rollen veranderd. Erbij: Lezer. Eraf: niets.",
        "Rollen veranderd. Erbij: Regieredacteur. Eraf: Lezer.",
        "Account uitgezet",
    ]


def test_roles_given_to_several_at_once_are_written_down_too(client, boss, editor_of_stein):
    editor = Group.objects.get(name="Regieredacteur")
    client.force_login(boss)

    client.post(f"/beheer/bulk/staff/user/assign_role/?id={editor_of_stein.pk}", {"role": editor.pk})

    assert told(editor_of_stein) == ["Rollen veranderd. Erbij: Regieredacteur. Eraf: niets."]


@pytest.mark.parametrize("way", ["edit", "several"])
def test_who_has_not_all_rights_does_not_touch_who_has(client, boss, way):
    chief = make_user("chef", is_superuser=True)
    client.force_login(boss)

    if way == "edit":
        changed = filled_in(username="chef", password1=NEW, password2=NEW)
        client.post(f"/beheer/users/edit/{chief.pk}/", changed)
    else:
        client.post(f"/beheer/bulk/staff/user/set_active_state/?id={chief.pk}", {"mark_as_active": "False"})

    chief.refresh_from_db()
    assert chief.is_active
    assert chief.check_password(PASSWORD)


@pytest.mark.parametrize("way", ["edit", "several"])
def test_a_frozen_account_is_opened_by_thawing_alone(client, boss, editor_of_stein, way):
    freeze(editor_of_stein, boss)
    client.force_login(boss)

    if way == "edit":
        changed = filled_in(username="redacteur-stein", is_active="on", password1=NEW, password2=NEW)
        client.post(f"/beheer/users/edit/{editor_of_stein.pk}/", changed)
    else:
        several = f"/beheer/bulk/staff/user/set_active_state/?id={editor_of_stein.pk}"
        answer = client.post(several, {"mark_as_active": "True"}, follow=True)
        assert "Bevroren: " in answer.content.decode()

    editor_of_stein.refresh_from_db()
    assert is_frozen(editor_of_stein)
    assert (editor_of_stein.first_name == "Cor") == (way == "edit")


def test_who_has_not_all_rights_gives_them_to_nobody(client, boss, editor_of_stein):
    client.force_login(boss)

    changed = filled_in(username="redacteur-stein", is_active="on", is_superuser="on")
    client.post(f"/beheer/users/edit/{editor_of_stein.pk}/", changed)

    editor_of_stein.refresh_from_db()
    assert editor_of_stein.first_name == "Cor"
    assert not editor_of_stein.is_superuser


WITHOUT_ROLE = "Cor Thijs kan nog niets: geef een rol."


def test_an_account_without_a_role_is_not_made_or_saved_in_silence(client, boss):
    reader = Group.objects.get(name="Lezer")
    client.force_login(boss)

    made = client.post("/beheer/users/new/", filled_in(password1=NEW, password2=NEW), follow=True)
    address = f"/beheer/users/edit/{get_user_model().objects.get(username='collega').pk}/"
    saved = client.post(address, filled_in(is_active="on"), follow=True)
    with_role = client.post(address, filled_in(is_active="on", groups=[reader.pk]), follow=True)

    assert [WITHOUT_ROLE in each.content.decode() for each in (made, saved, with_role)] == [True, True, False]


@pytest.mark.parametrize("way", ["/beheer/users/delete/{}/", "/beheer/bulk/staff/user/delete/?id={}"])
def test_who_deletes_an_account_is_told_to_freeze_a_misused_one_first(client, boss, editor_of_stein, way):
    client.force_login(boss)

    page = client.get(way.format(editor_of_stein.pk)).content.decode()

    assert "Misbruikt account? Bevries het eerst en zet terug wat het veranderde." in page
    assert f'<a href="/beheer/medewerkers/{editor_of_stein.pk}/bevriezen/">Bevries redacteur-stein</a>' in page
    assert "Ja, verwijder" in page
