"""Who sees the offer of which municipality, and what they may look over or make themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import page_permission_policy

from campagne.contacts.models import ReportChannel
from campagne.content.models import ArticleIndexPage, ContentPage, QuizIndexPage
from campagne.measurement.offer.matrix import Label, Offer, Piece
from campagne.staff.ownership import OwnershipPolicy, municipalities_of, works_for_region

MAY_SEE = "staff.view_figures"
WRITING = ("add", "change", "publish")
MADE_IN = {"page": (ArticleIndexPage, "articlepage"), "quiz": (QuizIndexPage, "quizpage")}
"""What is made, below which list, and what its type is called in an address of the admin."""
EDIT_CONTACT = "wagtailsnippets_contacts_reportchannel:edit"


def sees_everywhere(user: Any) -> bool:
    return works_for_region(user) or user.has_perm("staff.view_all_figures")


def own_places(user: Any, offer: Offer) -> tuple[Label, ...]:
    """The municipalities that somebody works for."""
    ours = municipalities_of(user)
    return tuple(place for place in offer.places if place.pk in ours)


def places_seen(user: Any, offer: Offer) -> tuple[Label, ...]:
    """The municipalities whose offer somebody may look at; what the region offers, everybody with figures may see."""
    return offer.places if sees_everywhere(user) else own_places(user, offer)


def writes_pages(user: Any) -> bool:
    return page_permission_policy.user_has_any_permission(user, WRITING)


@dataclass(frozen=True)
class Rights:
    """What of the offer this person may change, asked once for all of it."""

    pages: frozenset[int]
    contacts: frozenset[int]

    @classmethod
    def of(cls, user: Any) -> "Rights":
        return cls(
            pages=_changed_by(user, page_permission_policy),
            contacts=_changed_by(user, OwnershipPolicy(ReportChannel)),
        )

    def edit_url(self, piece: Piece) -> str:
        """Where to look it over; empty when that is somebody else's work."""
        if piece.is_contact:
            return reverse(EDIT_CONTACT, args=[piece.pk]) if piece.pk in self.contacts else ""
        return reverse("wagtailadmin_pages:edit", args=[piece.pk]) if piece.pk in self.pages else ""


def _changed_by(user: Any, policy: BasePermissionPolicy) -> frozenset[int]:
    return frozenset(policy.instances_user_has_permission_for(user, "change").values_list("pk", flat=True))


def ways_to_make(user: Any, place: Label | None) -> Mapping[str, str]:
    """Where this person makes a page or a quiz for a place, the region's with None; only what they may."""
    found = {}
    for name, (index, made) in MADE_IN.items():
        parent = index.objects.filter(municipality=place.pk if place else None).order_by("path").first()
        if parent and parent.permissions_for_user(user).can_add_subpage():
            found[name] = reverse("wagtailadmin_pages:add", args=[ContentPage._meta.app_label, made, parent.pk])
    return found
