"""Whom do we reach? Per group and per municipality an interval, and beside it persons, who are never added to it."""

from collections.abc import Iterable, Mapping, Sequence

from campagne.figures.disclosure import Kind
from campagne.figures.intervals import IntervalBars, between, interval_bars
from campagne.figures.notation import day_label, number
from campagne.figures.reach import Counted, Reach, Whole, reach_per_group, reach_per_place, whole_of
from campagne.figures.sentences import counted, in_words
from campagne.measurement import measures
from campagne.measurement.cells.inhabitants import Inhabitants, Known
from campagne.measurement.dashboard.parts import Line, Part, PartRow
from campagne.measurement.dashboard.subjects import Label, Subject

HEAD = ("Zeker", "Mogelijk", "Hoe we dat weten", "Per 1.000 inwoners", "In lessen")
UNKNOWN_GROUP, UNKNOWN_PLACE = "onbekend welke doelgroep", "onbekend welke gemeente"
OF_THE_PLACE = "de ingang of de pagina is van deze gemeente"
DOES_NOT_APPLY = "–"
ROWS_IN_A_DRAWING = 12
NOT_ADDED = "Bezoeken zijn geen personen. De mensen in lessen tellen niet mee bij de bezoeken."
NO_HOME = "Een bezoek hoort bij de gemeente van de ingang of de pagina. Waar iemand woont, weten we niet."


def part_per_group(
    labels: Sequence[Label],
    cells: Sequence[Counted],
    persons: Sequence[Counted],
    known: Known,
    *,
    place: int = 0,
    is_one: bool = False,
) -> Part:
    """A line for each group, or for the one that was chosen; inhabitants are those of `place`, or of the region."""
    found = [_inhabitants_of_group(label, known, place) for label in labels]
    subjects = _subjects(labels, reach_per_group(cells), reach_per_group(persons), found)
    whole = whole_of(cells)
    unknown = Subject(Label(0, UNKNOWN_GROUP), Reach(whole.unknown), _persons(whole_of(persons).unknown))
    return Part(
        key="per-doelgroep",
        name="Per doelgroep",
        sentence=_of_one(subjects[0], whole) if is_one and subjects else _of_all(whole),
        head=("Doelgroep", *HEAD),
        notes=(NOT_ADDED, measures.POSSIBLE_REACH.caveat, *_sources(subjects)),
        **_told(subjects, unknown),
    )


def part_per_place(
    labels: Sequence[Label], cells: Sequence[Counted], persons: Sequence[Counted], known: Known, *, group: int = 0
) -> Part:
    """A line for each municipality, of one group or of all together."""
    visits, came = reach_per_place(cells, group), reach_per_place(persons, group)
    living = [known.get((group, label.pk)) for label in labels]
    subjects = _subjects(labels, visits, came, living, known_by="" if group else OF_THE_PLACE)
    unknown = Subject(Label(0, UNKNOWN_PLACE), Reach(visits.get(0, Reach()).possible), came.get(0))
    return Part(
        key="per-gemeente",
        name="Per gemeente",
        sentence=_busiest(subjects, unknown),
        head=("Gemeente", *HEAD),
        notes=(NO_HOME, NOT_ADDED, *_sources(subjects)),
        **_told(subjects, unknown),
    )


def _subjects(
    labels: Sequence[Label],
    visits: Mapping[int, Reach],
    persons: Mapping[int, Reach],
    inhabitants: Sequence[Inhabitants | None],
    known_by: str = "",
) -> list[Subject]:
    return [
        Subject(label, visits.get(label.pk, Reach()), persons.get(label.pk), living, known_by)
        for label, living in zip(labels, inhabitants, strict=True)
    ]


def _inhabitants_of_group(label: Label, known: Known, place: int) -> Inhabitants | None:
    """Of a group of one municipality the number was entered there."""
    return known.get((label.pk, place)) or (None if place else known.get((label.pk, label.place)))


def _persons(count: int) -> Reach | None:
    return Reach(count) if count else None


def _told(subjects: Sequence[Subject], unknown: Subject) -> dict:
    """The lines, the drawing and the file of a part; what nobody knows is always the last."""
    return {
        "lines": (*map(_line, subjects), _unknown_line(unknown)),
        "bars": _drawing(subjects, unknown),
        "rows": (*_rows(subjects), *_unknown_rows(unknown)),
    }


def _line(subject: Subject) -> Line:
    ends = in_words(subject.certain), in_words(subject.possible)
    return Line(subject.label.name, (*ends, subject.how, subject.rate, subject.came))


def _unknown_line(unknown: Subject) -> Line:
    name = unknown.label.name.capitalize()
    return Line(name, (DOES_NOT_APPLY, in_words(unknown.possible), DOES_NOT_APPLY, DOES_NOT_APPLY, unknown.came))


def _drawing(subjects: Sequence[Subject], unknown: Subject) -> IntervalBars | None:
    """The groups or places with the most, and always the unknown; nothing where nothing was counted."""
    if not any(subject.visits.possible for subject in (*subjects, unknown)):
        return None
    most = sorted(subjects, key=lambda subject: -subject.visits.possible)[:ROWS_IN_A_DRAWING]
    rows = [(subject.label.name, subject.certain, subject.possible, False) for subject in most]
    return interval_bars([*rows, (unknown.label.name, unknown.certain, unknown.certain, True)])


def _rows(subjects: Iterable[Subject]) -> Iterable[PartRow]:
    for subject in subjects:
        ends = ((measures.CERTAIN_REACH, subject.certain), (measures.POSSIBLE_REACH, subject.possible))
        for measure, outcome in ends:
            words = f"{in_words(outcome)}; {subject.how}; per 1.000 inwoners: {subject.rate}"
            yield PartRow(measure, subject.label.name, outcome.count, words)
        yield from _persons_row(subject)


def _unknown_rows(unknown: Subject) -> Iterable[PartRow]:
    yield PartRow(measures.UNKNOWN_REACH, unknown.label.name, unknown.certain.count, in_words(unknown.certain))
    yield from _persons_row(unknown)


def _persons_row(subject: Subject) -> Iterable[PartRow]:
    if subject.persons is not None:
        yield PartRow(measures.GUIDED_VISITORS, subject.label.name, None, subject.came)


def _sources(subjects: Iterable[Subject]) -> tuple[str, ...]:
    told = [
        f"{subject.label.name} {number(found.persons)} ({found.source}, {day_label(found.as_of, with_year=True)})"
        for subject in subjects
        if (found := subject.inhabitants)
    ]
    return (f"Aantallen inwoners: {'; '.join(told)}.",) if told else ()


def _of_all(whole: Whole) -> str:
    if not whole.visits:
        return "Er zijn nog geen bezoeken geteld per doelgroep."
    return (
        f"Van {counted(whole.visits, Kind.VISITS)} {_belong(whole.certain)} er {number(whole.certain)} zeker bij één "
        f"doelgroep. Bij {number(whole.shared)} was de pagina voor meer doelgroepen. "
        f"Bij {number(whole.unknown)} is de doelgroep onbekend."
    )


def _of_one(subject: Subject, whole: Whole) -> str:
    return (
        f"{subject.label.name}: zeker {counted(subject.visits.certain, Kind.VISITS)}, mogelijk "
        f"{number(subject.visits.possible)}. Bij nog eens {number(whole.unknown)} is de doelgroep onbekend."
    )


def _busiest(subjects: Sequence[Subject], unknown: Subject) -> str:
    rest = f"Bij {in_words(unknown.certain)} is de gemeente onbekend."
    most = max(subjects, key=lambda subject: subject.visits.possible, default=None)
    if most is None or not most.visits.possible:
        return f"Er zijn nog geen bezoeken die bij een gemeente horen. {rest}"
    known = sum(subject.visits.possible for subject in subjects)
    return (
        f"Bij een gemeente {_belong(known)} {counted(known, Kind.VISITS)}. "
        f"De meeste bij {most.label.name}: {between(most.certain, most.possible)}. {rest}"
    )


def _belong(count: int) -> str:
    return "hoort" if count == 1 else "horen"
