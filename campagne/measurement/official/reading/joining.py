"""From loose numbers to figures: a value with its bounds, or why a number is passed over or cannot be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from campagne.measurement.official.reading.cells import Found, Margin
from campagne.measurement.official.reading.known import Known, KnownIndicator, plain
from campagne.measurement.official.reading.numbers import Mark, NotANumber, Number, read_number
from campagne.measurement.official.reading.years_and_months import BadPeriod, YearOrMonth, read_period

LONGEST_NOTE, LONGEST_URL = 300, 200


@dataclass(frozen=True)
class Record:
    """One figure, of whatever file it came; `region` is the name of an area of ours."""

    indicator: str
    region: str
    period: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    mark: Mark
    source_url: str = ""
    note: str = ""
    where: str = ""


@dataclass(frozen=True)
class Remark:
    """Something that is said once, of how many numbers, and where the first of them stood."""

    text: str
    count: int
    where: str


@dataclass
class Remarks:
    """Remarks by their text, in the order in which they came up."""

    _told: dict[str, Remark] = field(default_factory=dict)

    def add(self, text: str, where: str) -> None:
        before = self._told.get(text) or Remark(text, 0, where)
        self._told[text] = replace(before, count=before.count + 1)

    def all(self) -> tuple[Remark, ...]:
        return tuple(self._told.values())


@dataclass(frozen=True)
class Reading:
    """What a file says: figures that are ours, what was passed over and why, and what cannot be right.

    With anything `wrong` nothing of the file is to be trusted.
    """

    records: tuple[Record, ...]
    skipped: tuple[Remark, ...] = ()
    wrong: tuple[Remark, ...] = ()


class Wrong(ValueError):
    """A figure that cannot be right; in Dutch."""


Key = tuple[str, str, str]
Margins = dict[Margin, Found]


def join(found: Iterable[Found], known: Known, skipped: Remarks, wrong: Remarks) -> Reading:
    """Put the numbers of each figure together. What readers noticed before is in `skipped` and `wrong` already."""
    figures: dict[Key, tuple[YearOrMonth, Margins]] = {}
    for cell in found:
        reason, key, period = _placed(cell, known)
        if key is None or period is None:
            skipped.add(reason, cell.where)
            continue
        _, margins = figures.setdefault(key, (period, {}))
        _keep(cell, key, margins, skipped, wrong)
    records = []
    for key, (period, margins) in figures.items():
        try:
            records.append(_record(key, period, margins))
        except (Wrong, NotANumber) as error:
            where = next(iter(margins.values())).where
            wrong.add(f"{_called(key, margins)}: {error}", where)
    return Reading(tuple(records), skipped.all(), wrong.all())


def check(value: Number, low: Decimal | None, high: Decimal | None, indicator: KnownIndicator) -> None:
    """Raise Wrong for a figure that cannot be right, however it came."""
    if (low is None) != (high is None):
        raise Wrong("er is maar één grens. Geef een onder- en een bovengrens, of geen van beide.")
    if value.value is None:
        if low is not None:
            raise Wrong("er zijn wel grenzen, maar geen waarde.")
        return
    if low is not None and high is not None and not low <= value.value <= high:
        raise Wrong(f"de waarde {_dutch(value.value)} ligt niet tussen de grenzen {_dutch(low)} en {_dutch(high)}.")
    for number in filter(None, (value.value, low, high)):
        if indicator.is_percentage and not 0 <= number <= 100:
            raise Wrong(f"{_dutch(number)} is geen percentage tussen 0 en 100.")
        if indicator.is_count and (number < 0 or number != number.to_integral_value()):
            raise Wrong(f"{_dutch(number)} is geen aantal.")


def _placed(cell: Found, known: Known) -> tuple[str, Key | None, YearOrMonth | None]:
    """Where a number belongs, or why it belongs nowhere."""
    indicator = cell.indicator
    if cell.table and indicator.table and plain(cell.table) != plain(indicator.table):
        reason = f"Tabel {cell.table} is niet de tabel van ‘{indicator.name}’. Verwacht: {indicator.table}."
        return reason, None, None
    region = known.region(cell.region, cell.region_code)
    if region is None:
        name = " ".join(filter(None, [cell.region, cell.region_code]))
        return f"Het gebied ‘{name[:80]}’ is niet een van onze gebieden.", None, None
    try:
        period = read_period(cell.period, known.today)
    except BadPeriod as error:
        return str(error), None, None
    if not indicator.holds_in(period.year):
        reason = f"‘{indicator.name}’ is in {period.year} anders bepaald: dat is een andere reeks."
        return reason, None, None
    return "", (indicator.slug, region.name, period.code), period


def _keep(cell: Found, key: Key, margins: Margins, skipped: Remarks, wrong: Remarks) -> None:
    before = margins.setdefault(cell.margin, cell)
    if before is cell:
        return
    if before.text == cell.text:
        skipped.add("Dit getal staat er dubbel.", cell.where)
    else:
        told = f"{_called(key, margins)}: er staan twee getallen voor de {cell.margin}: {before.text} en {cell.text}."
        wrong.add(told, cell.where)


def _record(key: Key, period: YearOrMonth, margins: Mapping[Margin, Found]) -> Record:
    if Margin.VALUE not in margins:
        raise Wrong("er zijn wel grenzen, maar geen waarde.")
    cell = margins[Margin.VALUE]
    value, low, high = (_number(margins.get(margin)) for margin in Margin)
    check(value, low.value, high.value, cell.indicator)
    mark = Mark.PROVISIONAL if value.mark is Mark.OK and period.is_provisional else value.mark
    url = cell.source_url if cell.source_url.startswith(("https://", "http://")) else ""
    return Record(
        *key,
        value.value,
        low.value,
        high.value,
        mark,
        source_url=url if len(url) <= LONGEST_URL and " " not in url else "",
        note=cell.note[:LONGEST_NOTE],
        where=cell.where,
    )


def _number(cell: Found | None) -> Number:
    return Number(None, Mark.NOT_APPLICABLE) if cell is None else read_number(cell.text, cell.decimal_sign)


def _called(key: Key, margins: Mapping[Margin, Found]) -> str:
    _, region, period = key
    return f"{next(iter(margins.values())).indicator.name}, {region}, {period}"


def _dutch(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
