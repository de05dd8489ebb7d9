"""The table of roles names permissions that exist, and no role may do more than its work."""

import pytest

from campagne.staff import roles


@pytest.mark.parametrize("role", roles.ROLES, ids=lambda role: role.name)
def test_a_role_becomes_a_group_and_may_be_made_twice(home, role):
    once = roles.group_for(role)
    twice = roles.group_for(role)

    assert once == twice
    assert once.permissions.count() == len(set(role.permissions))


def test_a_reader_only_reads():
    assert all(not name.split(".")[1].startswith(("add", "change", "delete")) for name in roles.READER.permissions)


def test_a_municipal_editor_does_not_work_for_the_region():
    assert "staff.work_for_region" not in roles.MUNICIPAL_EDITOR.permissions
