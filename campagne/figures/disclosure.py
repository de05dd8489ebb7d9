"""What may leave: small numbers stay inside, because a figure about four people is a figure about somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import ClassVar

from campagne.figures.clusters import Cluster, clustered_share
from campagne.figures.estimates import Estimate, share_of


class Audience(Enum):
    """Who looks: anybody; logged-in staff; the people in the room where the board hangs."""

    PUBLIC = auto()
    STAFF = auto()
    BOARD = auto()


class Kind(Enum):
    """What was counted: its unit in the singular and in the plural."""

    ANSWERS = ("antwoord", "antwoorden")
    PERSONS = ("persoon", "personen")
    VIEWS = ("weergave", "weergaven")
    VISITS = ("bezoek", "bezoeken")
    CLICKS = ("klik", "klikken")
    ATTEMPTS = ("poging", "pogingen")
    TIMES = ("keer", "keer")

    def __init__(self, one: str, many: str) -> None:
        self.one = one
        self.many = many


PEOPLE = frozenset({Kind.ANSWERS, Kind.PERSONS, Kind.ATTEMPTS})
"""The kinds that come from persons. The others carry no person, so staff see every count."""


class Reason(StrEnum):
    """Why a figure is withheld, as it is shown in its place. No reason tells which value is hidden."""

    TOO_FEW_ANSWERS = "te weinig antwoorden"
    TOO_FEW_PERSONS = "te weinig personen"
    TOO_FEW_VIEWS = "te weinig weergaven"
    TOO_FEW_VISITS = "te weinig bezoeken"
    TOO_FEW_CLICKS = "te weinig klikken"
    TOO_FEW_ATTEMPTS = "te weinig pogingen"
    TOO_FEW_TIMES = "te weinig keer"
    TOO_FEW_SESSIONS = "te weinig sessies"
    RECOGNISABLE = "niet getoond: te herkenbaar"
    SMALL_NUMBERS = "niet getoond: kleine aantallen"


TOO_FEW = {
    Kind.ANSWERS: Reason.TOO_FEW_ANSWERS,
    Kind.PERSONS: Reason.TOO_FEW_PERSONS,
    Kind.VIEWS: Reason.TOO_FEW_VIEWS,
    Kind.VISITS: Reason.TOO_FEW_VISITS,
    Kind.CLICKS: Reason.TOO_FEW_CLICKS,
    Kind.ATTEMPTS: Reason.TOO_FEW_ATTEMPTS,
    Kind.TIMES: Reason.TOO_FEW_TIMES,
}


@dataclass(frozen=True)
class Thresholds:
    """From how many on a figure is shown. A guided session keeps the ones of its first answer."""

    public: int = 10
    public_sessions: int = 2
    public_traffic: int = 10
    staff: int = 5
    board: int = 5
    sensitive_group: int = 20
    percentage: int = 30

    def least(self, kind: Kind, audience: Audience, *, is_sensitive_group: bool) -> int:
        """Return the smallest number of this kind that this audience may see."""
        if kind not in PEOPLE:
            return 0 if audience is Audience.STAFF else self.public_traffic
        of_audience = {Audience.PUBLIC: self.public, Audience.STAFF: self.staff, Audience.BOARD: self.board}
        return max(of_audience[audience], self.sensitive_group if is_sensitive_group else 0)


DEFAULT = Thresholds()


@dataclass(frozen=True)
class Figure:
    """A count, or with `n` a part of a whole, before anybody decided whether it may be shown.

    `sessions` is the number of guided sessions it comes from, None for what happened online; `clusters` are
    those sessions one by one, without which a guided share has no range.
    `is_sensitive_item` is for victimhood, offending and melding; `is_sensitive_group` follows the target group.
    Raises ValueError if the part exceeds its whole: clicks per visit are two counts, not a share.
    """

    count: int
    kind: Kind
    n: int | None = None
    sessions: int | None = None
    clusters: tuple[Cluster, ...] = ()
    is_sensitive_item: bool = False
    is_sensitive_group: bool = False

    def __post_init__(self) -> None:
        if self.count < 0 or (self.n is not None and self.count > self.n):
            raise ValueError(f"{self.count} of {self.n} {self.kind.many}; expected a count from 0 up to its whole")

    @classmethod
    def guided(
        cls,
        clusters: Sequence[Cluster],
        kind: Kind = Kind.ANSWERS,
        *,
        is_sensitive_item: bool = False,
        is_sensitive_group: bool = False,
    ) -> "Figure":
        """Make the share of several guided sessions together; sessions without answers do not count."""
        answered = tuple(cluster for cluster in clusters if cluster.trials)
        return cls(
            sum(cluster.successes for cluster in answered),
            kind,
            sum(cluster.trials for cluster in answered),
            sessions=len(answered),
            clusters=answered,
            is_sensitive_item=is_sensitive_item,
            is_sensitive_group=is_sensitive_group,
        )

    @property
    def basis(self) -> int:
        """The number that must be large enough: of the whole, or of the count if there is no whole."""
        return self.count if self.n is None else self.n

    @property
    def estimate(self) -> Estimate | None:
        """The share with its range; None for a bare count, an empty whole, or one guided session alone."""
        if not self.n:
            return None
        if self.sessions is None:
            return share_of(self.count, self.n)
        return clustered_share(self.clusters) if self.clusters else None


@dataclass(frozen=True)
class Shown:
    """A figure that may be seen. Without `has_percentage` it is written in counts: "4 van de 5"."""

    is_shown: ClassVar[bool] = True

    count: int
    kind: Kind
    n: int | None
    estimate: Estimate | None
    has_percentage: bool


@dataclass(frozen=True)
class Suppressed:
    """A figure that exists and is withheld: not 0, not unknown. As text it is its reason."""

    is_shown: ClassVar[bool] = False

    reason: Reason

    def __str__(self) -> str:
        return self.reason


Outcome = Shown | Suppressed


def publishable(figure: Figure, *, audience: Audience, thresholds: Thresholds = DEFAULT) -> Outcome:
    """Let a figure out, or say why not. The only way out: for dashboard, board, export, feed and report.

    Under 30 a share is never a percentage: staff get the counts with the range, others the counts alone.
    """
    reason = _reason_to_withhold(figure, audience, thresholds)
    if reason is not None:
        return Suppressed(reason)
    is_large = figure.n is not None and figure.n >= thresholds.percentage
    estimate = figure.estimate if is_large or audience is Audience.STAFF else None
    return Shown(figure.count, figure.kind, figure.n, estimate, has_percentage=is_large and estimate is not None)


def publishable_item(
    options: Sequence[Figure], *, audience: Audience, thresholds: Thresholds = DEFAULT
) -> tuple[Outcome, ...]:
    """Let all options of one question out together, or none: a single hidden one could be subtracted."""
    outcomes = tuple(publishable(option, audience=audience, thresholds=thresholds) for option in options)
    withheld = next((outcome for outcome in outcomes if not outcome.is_shown), None)
    return outcomes if withheld is None else (withheld,) * len(outcomes)


def _reason_to_withhold(figure: Figure, audience: Audience, thresholds: Thresholds) -> Reason | None:
    least = thresholds.least(figure.kind, audience, is_sensitive_group=figure.is_sensitive_group)
    if figure.basis < least:
        return TOO_FEW[figure.kind]
    if audience is Audience.PUBLIC and figure.sessions is not None and figure.sessions < thresholds.public_sessions:
        return Reason.TOO_FEW_SESSIONS
    if figure.is_sensitive_item and figure.n is not None and figure.count in (0, figure.n):
        return Reason.RECOGNISABLE
    return None
