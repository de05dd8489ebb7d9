"""The tick at a role that says whether its people must show a second factor."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from campagne.staff.access.exemption import WithoutSecondFactor
from tests.conftest import make_user
from tests.whole.walking import form_in

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_a_role_is_exempted_by_taking_the_tick_away_and_asked_again_by_putting_it_back(client, home):
    client.force_login(make_user("baas", is_superuser=True))
    role = Group.objects.get(name="Lezer")
    address = reverse("wagtailusers_groups:edit", args=[role.pk])
    form = {**form_in(client.get(address).content.decode()), "name": role.name}
    del form["second_factor-is_required"]

    client.post(address, form)
    is_exempted = WithoutSecondFactor.objects.filter(group=role).exists()
    client.post(address, {**form, "second_factor-is_required": "on"})

    assert is_exempted
    assert not WithoutSecondFactor.objects.exists()
    logged = ModelLogEntry.objects.filter(action__startswith="staff.role_").order_by("timestamp")
    assert [entry.action for entry in logged] == ["staff.role_without_second_factor", "staff.role_with_second_factor"]
    assert {(entry.user.username, entry.label) for entry in logged} == {("baas", "Lezer")}


def test_a_new_role_begins_with_the_tick(client, home):
    client.force_login(make_user("baas", is_superuser=True))

    form = form_in(client.get(reverse("wagtailusers_groups:add")).content.decode())

    assert "second_factor-is_required" in form
