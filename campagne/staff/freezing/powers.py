"""What else works in the name of an account, and where it ends. Higher layers tell, by the hook `powers_of_account`.

A hook is given the account and gives a list of powers. What asks an account that is active needs no hook: freezing
ends that by itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail import hooks

from campagne.staff import audit

HOOK = "powers_of_account"


@dataclass(frozen=True)
class Power:
    """Something that works on without the account.

    `key` names it in a form. `end` ends it, at a moment; None is for what somebody must look at first, at `url`.
    """

    key: str
    kind: str
    name: str
    url: str = ""
    end: Callable[[datetime], None] | None = None


def powers_of(account: Any) -> list[Power]:
    return [power for tell in hooks.get_hooks(HOOK) for power in tell(account)]


def end_powers(account: Any, at: datetime, by: Any, only: Iterable[str] | None = None) -> list[Power]:
    """End all that can be ended, or those with these keys; return them. May run twice: what ended is no longer told."""
    wanted = None if only is None else set(only)
    ended = [power for power in powers_of(account) if power.end and (wanted is None or power.key in wanted)]
    for power in ended:
        power.end(at)
    if ended:
        audit.record(account, "revoked", by=by, names="; ".join(f"{power.kind}: {power.name}" for power in ended))
    return ended
