"""What can be known of a visit, as it is in the code now: what the browser is told to send, and what is kept of it."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.db.models import Field

from campagne.measurement.ingest import ACTS_ABOUT_SOMETHING, OPTIONAL, TYPES, Aside, Event
from campagne.measurement.promise import TABLES

COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)


def facts(tracker: Path) -> dict[str, list[str]]:
    """Describe the script `tracker`, the message that /m accepts, and every table that a visit fills."""
    return {"tracker": [of_script(tracker.read_text())], "beacon": list(of_beacon()), **of_tables(TABLES)}


def of_script(source: str) -> str:
    """A fingerprint of what it does: comments and spaces may change."""
    code = "".join(COMMENT.sub("", source).split())
    return f"sha256 {sha256(code.encode()).hexdigest()}"


def of_beacon() -> Iterator[str]:
    yield from (f"{name}: {kind.__name__}" for name, kind in {**TYPES, **OPTIONAL}.items())
    yield from (f"kind {kind.value}" for kind in (*Event, *Aside))
    yield from (f"act {act}{' subject' if about else ''}" for act, about in ACTS_ABOUT_SOMETHING.items())


def of_tables(labels: Iterable[str]) -> dict[str, list[str]]:
    """Each table with its columns: name, kind and length."""
    return {label: [_column(field) for field in apps.get_model(label)._meta.concrete_fields] for label in labels}


def _column(field: Field) -> str:
    length = f"({field.max_length})" if field.max_length else ""
    return f"{field.name}: {field.get_internal_type()}{length}"
