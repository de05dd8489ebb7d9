"""Whoever misused an account may have made a second one to come back with."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.staff.freezing.accounts import accounts_after
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

    told = accounts_after(boss, since)

    assert {errand.url for errand in told} == {
        reverse("freeze_account", args=[each.pk]) for each in (back_door, editor_of_stein)
    }
    back_door.is_active = False
    back_door.save()
    assert [errand.title for errand in accounts_after(boss, since)] == ["redacteur-stein (redacteur-stein)"]
    assert accounts_after(make_user("rustig"), timezone.now() - BEFORE) == []
