"""Whose is it? One policy for everything that is no page and has a `municipality` (empty = the region).

A municipality names its people through `editors`, a group. Editors of a municipality change only
what is theirs; whoever may work for the region changes everything.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies.base import ModelPermissionPolicy

REGIONAL_WORK = "staff.work_for_region"
# An empty Q() vanishes when it is or-ed with another, so "everything" is said aloud.
EVERYTHING = Q(pk__isnull=False)


def works_for_region(user: Any) -> bool:
    return user.is_superuser or user.has_perm(REGIONAL_WORK)


def mine(user: Any, owner: str = "municipality") -> Q:
    """Select what this person may change."""
    return EVERYTHING if works_for_region(user) else Q(**{f"{owner}__editors__user": user.pk})


def usable_by(user: Any, owner: str = "municipality") -> Q:
    """Select what this person may refer to: what is the region's, and their own."""
    return EVERYTHING if works_for_region(user) else Q(**{f"{owner}__isnull": True}) | mine(user, owner)


class OwnershipPolicy(ModelPermissionPolicy):
    """Wagtail's permission per model, narrowed to the instances that are this person's."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.user_has_permission(user, action) and self._is_mine(user, instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return self.user_has_any_permission(user, actions) and self._is_mine(user, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        return self.model._default_manager.filter(mine(user))

    def _is_mine(self, user: Any, instance: Model) -> bool:
        if works_for_region(user):
            return True
        owner = instance.municipality
        return owner is not None and owner.editors is not None and owner.editors.user_set.filter(pk=user.pk).exists()
