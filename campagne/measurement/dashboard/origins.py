"""From where visits came: a short list of names, of the whole site together."""

from collections import Counter

from campagne.figures.disclosure import Kind
from campagne.figures.notation import number
from campagne.figures.sentences import counted, in_words
from campagne.measurement import measures
from campagne.measurement.cells.referrers import OTHER, UNKNOWN
from campagne.measurement.dashboard.parts import Line, Part, PartRow
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.subjects import visits_shown
from campagne.measurement.models import DayReferrer, MonthReferrer
from campagne.measurement.phrases import DayReferrers, covering

NOT_PER_PAGE = "Dit gaat over alle pagina's van de hele regio. Bij een herkomst bewaren we geen pagina of doelgroep."
FOR_ALL = "Herkomst tellen we alleen voor de hele regio samen. Die ziet wie de cijfers van alle gemeenten mag zien."
NONE_YET = "In deze periode is nog geen herkomst geteld."


def part_of_origins(selection: Selection) -> Part:
    """A line for each name, the most first; only the period is followed. Nothing for who does not see everything."""
    if selection.places is not None:
        return _part(FOR_ALL)
    found = origins_in(selection).most_common()
    if not found:
        return _part(NONE_YET)
    rows = tuple(PartRow(measures.ORIGIN, name, visits, in_words(visits_shown(visits))) for name, visits in found)
    return _part(
        _said(dict(found)),
        head=("Herkomst", "Bezoeken"),
        lines=tuple(Line(row.subject, (row.words,)) for row in rows),
        rows=rows,
        notes=(NOT_PER_PAGE, measures.ORIGIN.caveat),
    )


def _said(found: dict[str, int]) -> str:
    """What is not known comes first, because it is often the most."""
    total = counted(sum(found.values()), Kind.VISITS)
    told = f"Van {total} is bij {number(found.get(UNKNOWN, 0))} de herkomst onbekend."
    named = {name: visits for name, visits in found.items() if name not in (UNKNOWN, OTHER)}
    if not named:
        return told
    first = max(named, key=lambda name: named[name])
    return f"{told} Van de websites op onze lijst bracht {first} de meeste bezoeken: {number(named[first])}."


def origins_in(selection: Selection) -> Counter[str]:
    """The visits from each name on the list: whole months from the months, the rest from the days."""
    found = Counter[str]()
    for rows in covering(selection.period, selection.today, MonthReferrer, DayReferrer):
        for row in DayReferrers.per_referrer(rows):
            found[row["referrer"]] += row["visits"]
    return found


def _part(sentence: str, **told) -> Part:
    return Part(key="herkomst", name="Herkomst", sentence=sentence, **told)
