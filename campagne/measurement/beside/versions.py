"""The version that readers see now, and the one before it beside it: is more of it read since it was written anew?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campagne.figures.disclosure import Figure, Kind
from campagne.figures.estimates import Estimate, difference
from campagne.figures.sentences import briefly, points_in_words
from campagne.figures.verdicts import ATTENTION, Verdict, compare, conclusion
from campagne.measurement import measures
from campagne.measurement.beside.counted import Version
from campagne.measurement.beside.words import in_days, shown_rows, since

NOW, LAST, BEFORE = "Nu te zien", "Het laatst te zien", "De versie ervoor"
MEASURED = (measures.VIEWS, measures.VISITS, measures.READS)
NOTHING_YET = "nog geen bezoek"
NO_CAUSE = (
    "Waar een verschil vandaan komt, zeggen deze cijfers niet. Ook de lezers, het seizoen of een campagne kunnen "
    "anders zijn."
)


@dataclass(frozen=True)
class Column:
    """One version in the table: what it is called, its days, and each measure in brief words."""

    name: str
    days: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Versions:
    """One version, or two beside each other with what may be said of the difference."""

    columns: tuple[Column, ...]
    sentences: tuple[str, ...] = ()
    notes: tuple[str, ...] = (measures.READS.caveat,)

    @property
    def lines(self) -> list[tuple[str, tuple[str, ...]]]:
        """The table by its lines: the name of a measure, and the words of each version."""
        words = zip(*(column.words for column in self.columns), strict=True)
        return [(measure.name, said) for measure, said in zip(MEASURED, words, strict=True)]


def versions_of(counted: Sequence[Version], *, live: int | None, published: date) -> Versions:
    """Tell of the version that is `live` since `published`, or of the newest when none is, and of the one before it.

    `counted` goes from new to old; a version that nobody opened is not among them.
    """
    shown = counted[0].revision_id if live is None else live
    newest = next((version for version in counted if version.revision_id == shown), None)
    before = next((version for version in counted if version.revision_id < shown), None)
    first = _newest_column(newest, is_live=live is not None, published=published)
    if before is None:
        return Versions((first,))
    columns = (first, _column(BEFORE, in_days(before.days), before))
    return Versions(columns, compared(newest, before), (measures.READS.caveat, NO_CAUSE))


def _newest_column(version: Version | None, *, is_live: bool, published: date) -> Column:
    if version is None:
        return Column(NOW, since(published), (NOTHING_YET,) * len(MEASURED))
    if not is_live:
        return _column(LAST, in_days(version.days), version)
    return _column(NOW, since(min(published, version.days.first)), version)


def _column(name: str, days: str, version: Version) -> Column:
    return Column(name, days, tuple(briefly(row.outcome) for row in shown_rows(version.traffic) if row.outcome))


def compared(newest: Version | None, before: Version) -> tuple[str, ...]:
    """The verdict on the share that was read, and the difference in points where there is enough to tell."""
    ours, theirs = _read_share(newest), _read_share(before)
    verdict = compare(ours, theirs) if ours and theirs else Verdict.TOO_LITTLE
    told = conclusion("Aandeel gelezen", verdict, rung=ATTENTION, reference="in de versie ervoor")
    if ours is None or theirs is None or verdict is Verdict.TOO_LITTLE:
        return (told,)
    return told, f"Verschil: {points_in_words(difference(ours, theirs))}."


def _read_share(version: Version | None) -> Estimate | None:
    traffic = version.traffic if version else None
    return Figure(traffic.reads, Kind.VIEWS, traffic.views).estimate if traffic else None
