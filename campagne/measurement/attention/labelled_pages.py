"""Every live page with its labels, read once: which pages are about a theme, for a group, of a place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campagne.content.models import ContentPage, PageTargetGroup
from campagne.measurement.attention.subject import Subject


@dataclass(frozen=True)
class LabelledPage:
    """`group` is the one group it is for; None when it is for none or for more, so that nothing is divided."""

    pk: int
    theme: int | None
    group: int | None
    municipality: int | None

    @property
    def subjects(self) -> Iterator[Subject]:
        """All that a count of this page is a part of: its place, the region, the theme as a whole."""
        if self.theme is None:
            return
        yield Subject(self.theme)
        if self.group is not None:
            yield Subject(self.theme, self.group)
            if self.municipality is not None:
                yield Subject(self.theme, self.group, self.municipality)


def labelled_pages() -> list[LabelledPage]:
    """The live pages that have a theme, in the order of the tree. Two questions."""
    groups = defaultdict(set)
    for page, group in PageTargetGroup.objects.values_list("content_object_id", "tag_id"):
        groups[page].add(group)
    live = ContentPage.objects.live().exclude(theme=None).order_by("path")
    return [
        LabelledPage(pk, theme, next(iter(groups[pk])) if len(groups[pk]) == 1 else None, place)
        for pk, theme, place in live.values_list("pk", "theme_id", "municipality_id")
    ]


def pages_about(subject: Subject, pages: Iterable[LabelledPage]) -> list[LabelledPage]:
    """The pages where something can be done about a subject: of the place itself, or the region's."""
    return [
        page
        for page in pages
        if page.theme == subject.theme
        and page.municipality == subject.municipality
        and (subject.group is None or page.group == subject.group)
    ]
