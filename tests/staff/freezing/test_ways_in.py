"""Whoever misused an account may have left a way to come back in."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.staff import audit
from campagne.staff.access.exemption import WithoutSecondFactor
from campagne.staff.freezing.ways_in import ways_in
from tests.conftest import make_user
from tests.staff.freezing.conftest import BEFORE

NEW = "een heel ander wachtwoord van nu"
NAMES = {"email": "x@example.com", "first_name": "Ach", "last_name": "Terdeur"}


def test_accounts_that_it_made_or_gave_roles_are_told_until_they_are_shut(client, boss, editor_of_stein, since):
    role = Group.objects.get(name="Beheerder")
    client.force_login(boss)
    sent = {"username": "achterdeur", "password1": NEW, "password2": NEW, "groups": [role.pk], **NAMES}
    client.post("/beheer/users/new/", sent)
    client.post(f"/beheer/bulk/staff/user/assign_role/?id={editor_of_stein.pk}", {"role": role.pk})
    back_door = get_user_model().objects.get(username="achterdeur")

    told = ways_in(boss, since)

    assert {errand.url for errand in told} == {
        reverse("freeze_account", args=[each.pk]) for each in (back_door, editor_of_stein)
    }
    back_door.is_active = False
    back_door.save()
    assert [errand.title for errand in ways_in(boss, since)] == ["redacteur-stein (redacteur-stein)"]
    assert ways_in(make_user("rustig"), timezone.now() - BEFORE) == []


def test_a_role_that_it_let_off_the_second_factor_is_told_until_it_is_required_again(boss, since):
    role = Group.objects.get(name="Lezer")
    exemption = WithoutSecondFactor.objects.create(group=role)
    audit.record(role, "role_without_second_factor", by=boss)

    (errand,) = ways_in(boss, since)

    assert (errand.title, errand.url) == ("Rol Lezer", reverse("wagtailusers_groups:edit", args=[role.pk]))
    exemption.delete()
    assert ways_in(boss, since) == []
