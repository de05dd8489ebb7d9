"""One processing of data about people, as article 30 of the AVG (GDPR) wants it written down."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Safeguard:
    """What protects people; `proof` is the test that fails when it is no longer so."""

    text: str
    proof: str


@dataclass(frozen=True)
class Processing:
    """`tables` are labels of models that hold something because of it; of those the columns are in the annex."""

    name: str
    purpose: str
    ground: str
    people: str
    data: Sequence[str]
    kept: Sequence[str]
    receivers: str
    safeguards: Sequence[Safeguard]
    tables: Sequence[str] = ()
