"""The text form of Prometheus, version 0.0.4.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isinf, isnan

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Every name starts with this, so that it is told apart from those of other programs.
PREFIX = "weerbaar_"

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Gauge:
    """Something that goes up and down: its name without PREFIX, what it is, and its values by labels.

    Seconds, bytes and moments (seconds since 1970) stand in the name. What is not known has no value.
    """

    name: str
    explanation: str
    values: Mapping[Labels, float]


def single(name: str, explanation: str, value: float | None) -> Gauge:
    """A gauge with one value and no labels; None gives a gauge without a value."""
    return Gauge(name, explanation, {} if value is None else {(): value})


def by(label: str, name: str, explanation: str, values: Mapping[str, float]) -> Gauge:
    """A gauge with one label."""
    return Gauge(name, explanation, {((label, key),): value for key, value in values.items()})


def exposition(gauges: Iterable[Gauge]) -> str:
    return "".join(f"{line}\n" for gauge in gauges if gauge.values for line in _lines(gauge))


def _lines(gauge: Gauge) -> Iterable[str]:
    name = f"{PREFIX}{gauge.name}"
    yield f"# HELP {name} {_escaped(gauge.explanation)}"
    yield f"# TYPE {name} gauge"
    for labels, value in gauge.values.items():
        told = ",".join(f'{label}="{_quoted(text)}"' for label, text in labels)
        yield f"{name}{{{told}}} {_number(value)}" if told else f"{name} {_number(value)}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("\n", r"\n")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', r"\"")


def _number(value: float) -> str:
    """As Go reads it; a whole number stays whole, because 1e+18 is hard to read."""
    if isnan(value):
        return "NaN"
    if isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return str(int(value)) if float(value).is_integer() else repr(float(value))
