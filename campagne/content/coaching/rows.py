"""A line of the report for each page: how its published text reads, or its draft when it is not published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from wagtail.permissions import page_permission_policy

from campagne.content.coaching.gathered import gathered
from campagne.content.coaching.reading import Reading, reading_of
from campagne.content.coaching.remembered import Remembered
from campagne.content.coaching.standing import Standing, standing
from campagne.content.page import ContentPage
from campagne.language.models import HardWord
from campagne.language.signals import Kind
from campagne.language.word_list import WordList
from doelgroepen.models import Municipality, TargetGroup

REGION = "Hele regio"
ROWS_KEPT = 10_000


@dataclass(frozen=True)
class Row:
    """One page. `stale_since` is None when its easy text is in step with it, or when it has none."""

    pk: int
    title: str
    is_draft: bool
    reading: Reading
    stale_since: date | None
    tested_with: str
    tested_on: date | None
    place: str = REGION
    may_edit: bool = False

    @property
    def long_sentences(self) -> int:
        return self.reading.number_of(Kind.TOO_LONG, Kind.LONG)

    @cached_property
    def hard_words(self) -> list[str]:
        """Each difficult word once, in the order of the text."""
        found = (signal.found.casefold() for signal in self.reading.signals if signal.kind is Kind.WORD)
        return list(dict.fromkeys(found))


_rows: Remembered[Row] = Remembered(ROWS_KEPT)


def rows_for(user: Any, municipality: Municipality | None = None, *, region_alone: bool = False) -> list[Row]:
    """Every published page, and the drafts that this person works on; of one municipality, or of the region alone.

    Only texts that this process did not read before are fetched and read.
    """
    editable = set(
        page_permission_policy.instances_user_has_permission_for(user, "change").values_list("pk", flat=True)
    )
    found = standing(ContentPage.objects.order_by("path"), editable)
    if municipality or region_alone:
        owner = municipality.pk if municipality else None
        found = [text for text in found if text.owner_id == owner]
    places = {None: REGION, **dict(Municipality.objects.values_list("pk", "name"))}
    rows = _read(found)
    return [
        replace(rows[text.pk], place=places[text.owner_id], may_edit=text.pk in editable)
        for text in found
        if text.pk in rows
    ]


def _read(found: Sequence[Standing]) -> dict[int, Row]:
    """The row of each page by its id, without who asks; a page that was gone meanwhile has none."""
    words, groups = HardWord.objects.all().lists(), list(TargetGroup.objects.all())
    levels = frozenset((group.pk, group.reading_level) for group in groups)
    keys = {text.pk: (text, words.digest, levels) for text in found}
    rows = {pk: row for pk, key in keys.items() if (row := _rows.get(key))}
    for page in gathered([text for text in found if text.pk not in rows], groups):
        rows[page.pk] = row = _row(page, words.of(page.municipality_id))
        if keys[page.pk][0].at is not None:
            _rows.put(keys[page.pk], row)
    return rows


def _row(page: ContentPage, words: WordList) -> Row:
    easy = next(iter(page.easy_texts.all()), None)
    return Row(
        pk=page.pk,
        title=page.title,
        is_draft=not page.live,
        reading=reading_of(page, words),
        stale_since=easy.source_changed_on if easy else None,
        tested_with=page.tested_with,
        tested_on=page.tested_on,
    )
