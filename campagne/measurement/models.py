"""Counters and the inbox they are filled from."""

from campagne.measurement.counters import (
    Act,
    DayAct,
    DayPage,
    MonthAct,
    MonthPage,
    Purge,
    Reason,
    Rejection,
)
from campagne.measurement.inbox import Inbox, Kind

__all__ = ["Act", "DayAct", "DayPage", "Inbox", "Kind", "MonthAct", "MonthPage", "Purge", "Reason", "Rejection"]
