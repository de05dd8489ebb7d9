"""Taking a lock off an account, which the history keeps: by a command, or by a new password from an administrator."""

from typing import Any

from campagne.staff import audit
from campagne.staff.access.lockout.counting import unlock
from campagne.staff.access.lockout.devices import as_counted


def take_lock_off(account: Any, by: Any) -> bool:
    """Forget every try at an account; False, and nothing in the history, if there were none."""
    had_tries = bool(unlock(as_counted(account.get_username())))
    if had_tries:
        audit.record(account, "unlocked", by=by)
    return had_tries
