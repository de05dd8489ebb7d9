"""Pages of the report as their own kind, with what belongs to them; many pages take no more queries than few."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType

from campagne.content.coaching.standing import Standing
from campagne.content.easy import EasyText
from campagne.content.page import ContentPage, PageTargetGroup
from doelgroepen.models import TargetGroup


def gathered(found: Sequence[Standing], groups: Iterable[TargetGroup]) -> list[ContentPage]:
    """The pages of these texts, as they are read and as drafts were saved last; without those that are gone."""
    live = [text.pk for text in found if not text.is_draft]
    drafts = {text.pk: text.owner_id for text in found if text.is_draft}
    return [*(_published(live) if live else ()), *(_drafted(drafts, groups) if drafts else ())]


def _published(page_ids: Sequence[int]) -> list[ContentPage]:
    pages = ContentPage.objects.filter(pk__in=page_ids)
    found = [_own_kind(page) for page in pages.select_related(*_kinds())]
    _bring(found, "easy_texts", EasyText.objects.filter(page__in=found), "page_id")
    labels = PageTargetGroup.objects.filter(content_object__in=found).select_related("tag")
    _bring(found, "group_labels", labels, "content_object_id")
    return found


def _drafted(owners: Mapping[int, int | None], groups: Iterable[TargetGroup]) -> list[ContentPage]:
    """The drafts by whose place they stand on; a draft itself knows that only when it is published."""
    pages = ContentPage.objects.filter(pk__in=owners)
    rows = list(pages.select_related("latest_revision", *_kinds()))
    ContentType.objects.get_for_models(*{type(_own_kind(page)) for page in rows})
    by_id = {group.pk: group for group in groups}
    found = [_as_saved_last(page, owners[page.pk]) for page in rows]
    for page in found:
        labels = [label for label in page.group_labels.all() if label.tag_id in by_id]
        for label in labels:
            label.tag = by_id[label.tag_id]
        page.group_labels.set(labels)  # Without groups that are no longer there.
    return found


@cache
def _kinds() -> tuple[str, ...]:
    """By which name each kind of page is reached from what they have in common."""
    related = ContentPage._meta.related_objects
    return tuple(
        relation.get_accessor_name()
        for relation in related
        if relation.one_to_one and issubclass(relation.related_model, ContentPage)
    )


def _own_kind(page: ContentPage) -> ContentPage:
    """The page as an article, a module and so on; it was found with its kind, so this asks nothing."""
    return next((kind for name in _kinds() if (kind := getattr(page, name, None)) is not None), page)


def _as_saved_last(page: ContentPage, owner_id: int | None) -> ContentPage:
    saved = kind = _own_kind(page)
    if page.latest_revision is not None:
        saved = type(kind).from_serializable_data(page.latest_revision.content, check_fks=False)
    saved.pk, saved.live, saved.municipality_id = page.pk, False, owner_id
    return saved


def _bring(pages: Sequence[ContentPage], relation: str, rows: Any, key: str) -> None:
    """Give each page its rows, so that it does not ask for them one by one."""
    of_page = defaultdict(list)
    for row in rows:
        of_page[getattr(row, key)].append(row)
    for page in pages:
        getattr(page, relation).set(of_page[page.pk])
