"""Putting one page in the tree, whole or not at all, and never twice."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from campagne.content.models import ContentPage
from doelgroepen.models import TargetGroup


@transaction.atomic
def put_page(parent: Page, page: ContentPage, groups: Iterable[TargetGroup] = ()) -> bool:
    """Publish a page below `parent`, unless a page with its address stands there; tell whether it is new."""
    if parent.get_children().filter(slug=page.slug).exists():
        return False
    page.target_groups.add(*groups)
    page.live = False
    parent.add_child(instance=page)
    page.save_revision(clean=False).publish()
    return True


@transaction.atomic
def furnish(page: Page, **fields: object) -> bool:
    """Fill a page that is still as it was founded; tell whether that was so."""
    if page.revisions.count() > 1:
        return False
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return True
