"""Ask a vulnerability service about every package of a lock, with pip-audit.

"No known vulnerabilities" is also what pip-audit says when it skipped what it could not look up, and what a service
says that knows nothing. So the service is first asked about a version that is known to be unsafe: if it does not know
that one, it is not believed about the others. Nothing is called safe that was not looked up.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from campagne.serving.supply.lock import Locked, normal

OSV = "https://api.osv.dev/v1/query"
"""Open, without a key, and in the form that a service of one's own can speak: https://google.github.io/osv.dev/"""
KNOWN_TO_BE_UNSAFE = {"package": {"name": "django", "ecosystem": "PyPI"}, "version": "3.2"}
SECONDS_TO_ANSWER = 5
SECONDS_FOR_ALL = 300


class Outcome(Enum):
    """`NOT_DONE`: nobody could be asked. `BROKEN`: not everything was looked up."""

    CLEAN = auto()
    VULNERABLE = auto()
    BROKEN = auto()
    NOT_DONE = auto()


@dataclass(frozen=True)
class Audit:
    """How it ended, and in sentences what was found."""

    outcome: Outcome
    told: tuple[str, ...]


def audit(lock: Path, locked: Mapping[str, Locked], service: str = OSV) -> Audit:
    """Look up every package of `locked`, which is what stands in the file `lock`."""
    if silence := why_not_believed(service):
        return Audit(Outcome.NOT_DONE, (silence,))
    command = [sys.executable, "-m", "pip_audit", "--strict", "--disable-pip", "--requirement", str(lock)]
    command += ["--vulnerability-service", "osv", "--osv-url", service, "--format", "json", "--progress-spinner", "off"]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_FOR_ALL, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return Audit(Outcome.BROKEN, (f"pip-audit was na {SECONDS_FOR_ALL} seconden niet klaar. Probeer het opnieuw.",))
    try:
        found = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (ended.stderr.strip().splitlines() or ["zonder iets te zeggen"])[-1]
        return Audit(Outcome.BROKEN, (f"pip-audit stopte met code {ended.returncode}: {last}",))
    return judged(found, locked)


def why_not_believed(service: str) -> str:
    """Ask about what is known to be unsafe; empty if the service knows it."""
    body = json.dumps(KNOWN_TO_BE_UNSAFE).encode()
    asked = Request(service, body, {"Content-Type": "application/json"})  # noqa: S310
    try:
        with urlopen(asked, timeout=SECONDS_TO_ANSWER) as answer:  # noqa: S310
            knows = bool(json.load(answer).get("vulns"))
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        return f"{service} gaf geen antwoord waar we iets aan hebben ({type(error).__name__}: {error})."
    return "" if knows else f"{service} kent geen lek in Django 3.2, en dat zijn er veel. Die dienst geloven we niet."


def judged(found: list[dict[str, Any]], locked: Mapping[str, Locked]) -> Audit:
    """Judge what pip-audit wrote: each package with its leaks, or with why it was skipped."""
    unsafe = tuple(_leaks(found))
    if unsafe:
        return Audit(Outcome.VULNERABLE, unsafe)
    looked_up = {normal(one["name"]) for one in found if "skip_reason" not in one}
    if forgotten := sorted(locked.keys() - looked_up):
        return Audit(Outcome.BROKEN, (f"Niet opgezocht: {', '.join(forgotten)}.",))
    return Audit(Outcome.CLEAN, (f"Van {len(looked_up)} pakketten is geen lek bekend.",))


def _leaks(found: list[dict[str, Any]]) -> Iterator[str]:
    for one in found:
        for leak in one.get("vulns", []):
            known_as = ", ".join([leak["id"], *leak.get("aliases", [])])
            mended = " of ".join(leak.get("fix_versions", [])) or "nog geen versie"
            yield f"{one['name']} {one['version']}: {known_as}. Opgelost in: {mended}."
