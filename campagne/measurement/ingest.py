"""Read what a browser sends to /m, or refuse it with a reason. Pure: no Django, no clock.

A beacon is JSON of at most 400 bytes with exactly these keys (`act` and `subject` only with an act):

    {"kind": "view", "page": 12, "revision": 40, "step": 0, "stamp": "…16 characters…",
     "nonce": "k3v9…", "entry": true, "after": 0}

It may say along which entrance somebody came in, which only counts for an entry, `"via": "bieb-stein"`, or what
somebody chose, which counts for everything, `"via": "voor-senioren"`. It may say of which host the page before was,
`"from": "www.google.nl"`: of that only a name of a short list goes further, and only for an entry.

Somebody who does not want to be counted sends `{"kind": "refused"}` and an employee `{"kind": "staff"}`:
nothing else, so not even which page it was.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from campagne.measurement.cells.referrers import name_of

MAX_BYTES = 400
MAX_SECONDS_AFTER = 26 * 60 * 60
MAX_ID = 2**63 - 1
MAX_STEP = 999
STAMP = re.compile(r"[\w-]{16}", re.ASCII)
NONCE = re.compile(r"[0-9a-z]{8,32}")
SUBJECT = re.compile(r"[\w-]{1,50}", re.ASCII)
CHOICE = "voor-"
"""What a visitor chose begins so, and the code of an entrance never does."""
VIA = re.compile(rf"[\w-]{{1,24}}|{CHOICE}[\w-]{{1,50}}", re.ASCII)
ACTS_ABOUT_SOMETHING = {"report": True, "print": False}

TYPES: Mapping[str, type] = {
    "kind": str,
    "page": int,
    "revision": int,
    "step": int,
    "stamp": str,
    "nonce": str,
    "entry": bool,
    "after": int,
}
OPTIONAL: Mapping[str, type] = {"via": str, "from": str}


class BadBeacon(ValueError):
    """What was wrong with it."""


class Event(StrEnum):
    VIEW = "view"
    READ = "read"
    ACT = "act"


class Aside(StrEnum):
    """A message that asks not to be counted."""

    REFUSED = "refused"
    STAFF = "staff"
    BOT = "bot"


@dataclass(frozen=True)
class Beacon:
    """One thing that happened on a page; `seconds_after` the page was shown.

    `referrer` is a name of the short list, or empty when nobody came in.
    """

    kind: Event
    page_id: int
    revision_id: int
    step: int
    stamp: str
    nonce: str
    is_entry: bool
    seconds_after: int
    act: str = ""
    subject: str = ""
    via: str = ""
    referrer: str = ""

    @property
    def once(self) -> str:
        """What may be counted only once: this kind, and this act on this subject, of one view."""
        return "|".join(part for part in (self.nonce, self.kind, self.act, self.subject) if part)


def parse_beacon(body: bytes, own_host: str = "") -> Beacon | Aside:
    """Read one message to `own_host`; what comes back is safe to store. Raises BadBeacon for anything else."""
    if len(body) > MAX_BYTES:
        raise BadBeacon(f"{len(body)} bytes, at most {MAX_BYTES} allowed")
    try:
        told = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadBeacon(f"no JSON in UTF-8: {error}") from error
    if not isinstance(told, dict):
        raise BadBeacon(f"expected an object, found {type(told).__name__}")
    if len(told) == 1 and told.get("kind") in tuple(Aside):
        return Aside(told["kind"])
    return _beacon(told, own_host)


def _beacon(told: dict[str, object], own_host: str) -> Beacon:
    is_act = told.get("kind") == "act"
    more: Mapping[str, type] = {"act": str, "subject": str} if is_act else {}
    _check_keys(told, {**TYPES, **more, **{key: OPTIONAL[key] for key in OPTIONAL if key in told}})
    act, subject = _act(told) if is_act else ("", "")
    return Beacon(
        kind=Event(_matching(told, "kind", re.compile("|".join(Event)))),
        page_id=_number(told, "page", 1, MAX_ID),
        revision_id=_number(told, "revision", 0, MAX_ID),
        step=_number(told, "step", 0, MAX_STEP),
        stamp=_matching(told, "stamp", STAMP),
        nonce=_matching(told, "nonce", NONCE),
        is_entry=told["entry"] is True,
        seconds_after=_number(told, "after", 0, MAX_SECONDS_AFTER),
        act=act,
        subject=subject,
        via=_via(told) if "via" in told else "",
        referrer=name_of(str(told.get("from", "")), own_host) if told["entry"] is True else "",
    )


def _check_keys(told: dict[str, object], expected: Mapping[str, type]) -> None:
    if told.keys() != expected.keys():
        raise BadBeacon(f"expected the keys {sorted(expected)}, found {sorted(told)}")
    for key, kind in expected.items():
        if type(told[key]) is not kind:  # True is an int too, so isinstance would let it through.
            raise BadBeacon(f"{key}: expected {kind.__name__}, found {type(told[key]).__name__}")


def _act(told: dict[str, object]) -> tuple[str, str]:
    act, subject = str(told["act"]), str(told["subject"])
    if act not in ACTS_ABOUT_SOMETHING:
        raise BadBeacon(f"act: expected one of {sorted(ACTS_ABOUT_SOMETHING)}")
    if bool(SUBJECT.fullmatch(subject)) != ACTS_ABOUT_SOMETHING[act] or (subject and not ACTS_ABOUT_SOMETHING[act]):
        raise BadBeacon(f"subject: does not fit the act {act}")
    return act, subject


def _via(told: dict[str, object]) -> str:
    via = _matching(told, "via", VIA)
    return via if told["entry"] is True or via.startswith(CHOICE) else ""


def _number(told: dict[str, object], key: str, low: int, high: int) -> int:
    value = told[key]
    if not isinstance(value, int) or not low <= value <= high:
        raise BadBeacon(f"{key}: expected a number from {low} to {high}")
    return value


def _matching(told: dict[str, object], key: str, pattern: re.Pattern[str]) -> str:
    value = str(told[key])
    if not pattern.fullmatch(value):
        raise BadBeacon(f"{key}: expected {pattern.pattern}")
    return value
