"""Counters and the inbox they are filled from, the ways in, what happened meanwhile, and what others published."""

from campagne.measurement.context.event import ContextEvent
from campagne.measurement.context.known_version import KnownVersion
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
from campagne.measurement.entrances.entrance import DayEntrance, Entrance, MonthEntrance
from campagne.measurement.inbox import Inbox, Kind
from campagne.measurement.official.series import Goal, Indicator, Observation, OfficialFile, Region

__all__ = [
    "Act",
    "ContextEvent",
    "DayAct",
    "DayEntrance",
    "DayPage",
    "Entrance",
    "Goal",
    "Inbox",
    "Indicator",
    "Kind",
    "KnownVersion",
    "MonthAct",
    "MonthEntrance",
    "MonthPage",
    "Observation",
    "OfficialFile",
    "Purge",
    "Reason",
    "Region",
    "Rejection",
]
