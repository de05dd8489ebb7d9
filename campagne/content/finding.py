"""Finding the page of an address in as few questions to the database as can be, however deep it stands."""

from collections.abc import Sequence

from wagtail.models import Page


def branch(root: Page, slugs: Sequence[str]) -> list[Page]:
    """The pages on the way from `root` down along `slugs`, as far as they exist; without `root` itself.

    They are plain pages, live or not: who shows one decides that.
    """
    candidates = list(Page.objects.descendant_of(root).filter(slug__in=set(slugs)))
    found: list[Page] = []
    for slug in slugs:
        above = found[-1] if found else root
        below = [page for page in candidates if page.slug == slug and page.is_child_of(above)]
        if not below:
            break
        found += below
    return found


def whole(page: Page) -> Page:
    """The page as its own kind, with what its template shows fetched along."""
    model = page.specific_class
    return model._default_manager.select_related(*getattr(model, "shown_with", ())).get(pk=page.pk)
