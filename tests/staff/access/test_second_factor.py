"""Who must show a second factor."""

import pytest
from django.contrib.auth.models import Group

from campagne.staff.access.exemption import WithoutSecondFactor
from campagne.staff.access.second_factor import must_show
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("required_of", "exempted", "is_boss", "setting", "must"),
    [
        pytest.param(["Lezer"], [], False, "required", True, id="a role of which nothing was said"),
        pytest.param(["Lezer"], ["Lezer"], False, "required", False, id="an exempted role"),
        pytest.param(["Lezer", "Regieredacteur"], ["Lezer"], False, "required", True, id="the strictest role counts"),
        pytest.param([], ["Lezer"], False, "required", True, id="no role at all"),
        pytest.param(["Lezer"], ["Lezer"], True, "required", True, id="who may do everything"),
        pytest.param(["Lezer"], [], True, "offered", False, id="an installation for trying out"),
    ],
)
def test_everybody_must_unless_all_their_roles_are_exempted(
    home, settings, required_of, exempted, is_boss, setting, must
):
    settings.SECOND_FACTOR = setting
    person = make_user("iemand", is_superuser=is_boss)
    person.groups.set(Group.objects.filter(name__in=required_of))
    for group in Group.objects.filter(name__in=exempted):
        WithoutSecondFactor.objects.create(group=group)

    assert must_show(person) is must
