"""Whose is it? One policy for everything that is no page and has a `municipality` (empty = the region).

A municipality names its people through `editors`, a group. Editors of a municipality change only
what is theirs; whoever may work for the region changes everything.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies.base import ModelPermissionPolicy

REGIONAL_WORK = "staff.work_for_region"


def works_for_region(user: Any) -> bool:
    return user.is_superuser or user.has_perm(REGIONAL_WORK)


def mine(user: Any, owner: str = "municipality") -> Q:
    """Select what this person may change."""
    return _all(owner) if works_for_region(user) else Q(**{f"{owner}__in": municipalities_of(user)})


def usable_by(user: Any, owner: str = "municipality") -> Q:
    """Select what this person may refer to: what is the region's, and their own."""
    return _all(owner) if works_for_region(user) else Q(**{f"{owner}__isnull": True}) | mine(user, owner)


def _all(owner: str) -> Q:
    """Select everything, said aloud: an empty Q() would vanish when it is or-ed with another.

    Here and in `mine` only the owner is asked, because a search may filter on nothing else.
    """
    return Q(**{f"{owner}__isnull": True}) | Q(**{f"{owner}__isnull": False})


def municipalities_of(user: Any) -> list[int]:
    """Whose editor this person is. Kept with the person for as long as a request, as Django keeps what they may do."""
    if not hasattr(user, "_municipalities"):
        theirs = Group.objects.filter(user=user.pk, municipality__isnull=False)
        user._municipalities = list(theirs.values_list("municipality", flat=True))
    return user._municipalities


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
        return owner is not None and owner.pk in municipalities_of(user)
