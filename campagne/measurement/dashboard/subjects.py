"""One group or municipality on a line: its visits between two ends, how we know that, and who came to sessions."""

from dataclasses import dataclass

from campagne.figures.disclosure import Audience, Figure, Kind, Shown, publishable
from campagne.figures.notation import number
from campagne.figures.reach import Reach, per_thousand
from campagne.figures.sentences import counted
from campagne.figures.verdicts import Verdict
from campagne.measurement.cells.cell import Method
from campagne.measurement.cells.inhabitants import Inhabitants

NOBODY = "geen"
NOTHING = Reach()


@dataclass(frozen=True)
class Label:
    """What a line is about; `place` is the municipality of a group that is of one."""

    pk: int
    name: str
    is_sensitive: bool = False
    place: int = 0


@dataclass(frozen=True)
class Subject:
    """`persons` is None where no session was held; `inhabitants` where nobody entered them.

    `known_by` says how the visits are known to belong here where no group is asked about, and the letters do not tell.
    """

    label: Label
    visits: Reach = NOTHING
    persons: Reach | None = None
    inhabitants: Inhabitants | None = None
    known_by: str = ""

    @property
    def certain(self) -> Shown:
        return visits_shown(self.visits.certain)

    @property
    def possible(self) -> Shown:
        return visits_shown(self.visits.possible)

    @property
    def how(self) -> str:
        """By what we know it, in words."""
        if self.known_by and self.visits.methods:
            return self.known_by
        letters = sorted(self.visits.methods, key=list(Method).index)
        return " · ".join(Method(letter).label for letter in letters) or NOBODY

    @property
    def rate(self) -> str:
        """Visits on every thousand people; nobody's guess stands in for a number that was not entered."""
        if self.inhabitants is None:
            return str(Verdict.NOT_ENTERED)
        return f"{_per_thousand(self.visits, self.inhabitants)} bezoeken"

    @property
    def came(self) -> str:
        """The persons in sessions. What one end would give away of the other must be enough to show by itself."""
        if self.persons is None:
            return NOBODY
        parts = [self._persons(count) for count in (self.persons.certain, self.persons.shared) if count]
        withheld = next((part for part in parts if not part.is_shown), None)
        if withheld:
            return str(withheld)
        low, high = self.persons.certain, self.persons.possible
        told = counted(high, Kind.PERSONS) if low in (0, high) else f"{number(low)} tot {counted(high, Kind.PERSONS)}"
        told = told if low or not high else f"hoogstens {told}"
        return f"{told} ({_per_thousand(self.persons, self.inhabitants)} per 1.000)" if self.inhabitants else told

    def _persons(self, count: int):
        figure = Figure(count, Kind.PERSONS, is_sensitive_group=self.label.is_sensitive)
        return publishable(figure, audience=Audience.STAFF)


def visits_shown(count: int) -> Shown:
    """A number of visits; they carry no person, so staff see every one."""
    return publishable(Figure(count, Kind.VISITS), audience=Audience.STAFF)


def _per_thousand(reach: Reach, inhabitants: Inhabitants) -> str:
    low, high = (number(per_thousand(count, inhabitants.persons), 1) for count in (reach.certain, reach.possible))
    return low if low == high else f"{low} tot {high}"
