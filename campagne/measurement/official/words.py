"""How an official figure is said: its amount and bounds, its period, and that there is none."""

from campagne.figures.published import Published, amount_in_words
from campagne.figures.verdicts import Verdict
from campagne.measurement.official.reading.years_and_months import MONTHS
from campagne.measurement.official.series import Observation, Status, Unit

UNITS = {Unit.PERCENT: "procent", Unit.NUMBER: "", Unit.INDEX: ""}
POINTS = {Unit.PERCENT: "procentpunt", Unit.NUMBER: "procent", Unit.INDEX: "punt"}
"""In which a difference is said; a count rose or fell by so many percent."""


def amount_of(observation: Observation | None) -> str:
    """Say a figure, why it has no value, or that nobody entered one: "15,6 procent (tussen 15,4 en 15,9)"."""
    if observation is None:
        return str(Verdict.NOT_ENTERED)
    figure = published(observation)
    if figure is None:
        return observation.get_status_display()
    unit = observation.indicator.unit
    amount = amount_in_words(figure, UNITS[Unit(unit)], decimals=_decimals(figure))
    # A count of everything that came in has no margin; one that is asked of some has.
    amount = amount.removesuffix(" (marge onbekend)") if unit == Unit.NUMBER else amount
    return f"{amount}, voorlopig" if observation.status == Status.PROVISIONAL else amount


def _decimals(figure: Published) -> int:
    """One, unless it was published in whole numbers: another 0 would make it look surer than it is."""
    return (
        0 if all(number is None or number == int(number) for number in (figure.value, figure.low, figure.high)) else 1
    )


def published(observation: Observation) -> Published | None:
    if observation.value is None:
        return None
    bounds = [None if bound is None else float(bound) for bound in (observation.low, observation.high)]
    return Published(float(observation.value), *bounds, n=observation.rests_on)


def period_in_words(code: str) -> str:
    """Say "2023" or "april 2023"."""
    return f"{MONTHS[int(code[5:7]) - 1]} {code[:4]}" if len(code) > 4 else code


def source_of(observation: Observation) -> str:
    """Whose figure it is and of which edition: "CBS, tabel 85472NED, uitgave 1"."""
    indicator = observation.indicator
    table = f"tabel {indicator.table}" if indicator.table else ""
    return ", ".join(filter(None, [indicator.source, table, f"uitgave {observation.vintage}"]))
