"""The parts of the first question: whom we reached and from where, for a selection, in a fixed number of queries."""

from collections.abc import Iterator

from campagne.figures.notation import day_label
from campagne.measurement.cells.inhabitants import known_inhabitants
from campagne.measurement.dashboard.cells import cells_in, counted_from, has_cells
from campagne.measurement.dashboard.origins import part_of_origins
from campagne.measurement.dashboard.parts import Part
from campagne.measurement.dashboard.persons import persons_in
from campagne.measurement.dashboard.reaching import part_per_group, part_per_place
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.subjects import Label
from doelgroepen.models import Municipality, TargetGroup

NOT_OF_A_PAGE = (
    "Per doelgroep en per gemeente tellen we niet bij welke campagne of pagina een bezoek hoort. "
    "Haal dat filter weg om het te zien."
)
ONLY_SEEN = "Bezoeken langs een ingang van een andere gemeente staan hier niet bij."
BY_MORE_THAN_LABELS = (
    "Hierboven tellen alleen bezoeken aan pagina's met dit label. Hier tellen ook bezoeken langs een ingang of na "
    "‘ik ben …’. Daarom kunnen de aantallen verschillen."
)
BY_THE_THEME_OF_THE_DAY = (
    "Hierboven telt een bezoek mee als de pagina nu over dit thema gaat. Hier telt het thema dat de pagina had op de "
    "dag van het bezoek. Daarom kunnen de aantallen verschillen."
)


def whom_we_reach(selection: Selection) -> tuple[Part, ...]:
    """Per group, per municipality, and from where; without cells the first says why not."""
    return (*_per_cell(selection), part_of_origins(selection))


def _per_cell(selection: Selection) -> tuple[Part, ...]:
    if not has_cells(selection):
        return (Part("per-doelgroep", "Per doelgroep en per gemeente", NOT_OF_A_PAGE),)
    cells, persons = cells_in(selection), persons_in(selection)
    known, notes = known_inhabitants(selection.period.last), tuple(_notes(selection))
    place = selection.place.pk if selection.place else 0
    group = selection.group.pk if selection.group else 0
    groups = part_per_group(labels_of_groups(selection), cells, persons, known, place=place, is_one=bool(group))
    places = part_per_place(_places(selection), cells, persons, known, group=group)
    return groups.noting(notes), places


def labels_of_groups(selection: Selection) -> list[Label]:
    """The groups that have a line: those this person may see, or the one that was chosen."""
    shown = TargetGroup.objects.all() if selection.groups is None else selection.groups
    rows = [selection.group] if selection.group else shown
    return [Label(row.pk, row.name, row.is_sensitive, row.municipality_id or 0) for row in rows]


def _places(selection: Selection) -> list[Label]:
    shown = Municipality.objects.all() if selection.places is None else selection.places
    rows = [selection.place] if selection.place else shown
    return [Label(row.pk, row.name, bool(selection.group and selection.group.is_sensitive)) for row in rows]


def _notes(selection: Selection) -> Iterator[str]:
    """What the cells leave out of this selection."""
    since = counted_from()
    if since and selection.period.first < since:
        yield f"Per doelgroep tellen we sinds {day_label(since, with_year=True)}. Van eerder is het onbekend."
    if selection.group or selection.place:
        yield BY_MORE_THAN_LABELS
    if selection.theme:
        yield BY_THE_THEME_OF_THE_DAY
    if selection.places is not None:
        yield ONLY_SEEN
