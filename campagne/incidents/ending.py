"""When an incident ends, from what somebody chooses on a clock on the wall. No database, asks no clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ROUND_TO = timedelta(minutes=5)
LAST_MINUTE = time(23, 59)


class End(StrEnum):
    """The choices that need no typing, and one that does."""

    TWO_HOURS = "2u"
    FOUR_HOURS = "4u"
    TODAY = "vandaag"
    MOMENT = "moment"


AFTER = {End.TWO_HOURS: timedelta(hours=2), End.FOUR_HOURS: timedelta(hours=4)}


@dataclass(frozen=True)
class Ending:
    """A moment, and what somebody must know of it because clocks change that night; mostly nothing."""

    at: datetime
    remark: str = ""


def ending(choice: End, at: datetime, zone: ZoneInfo) -> Ending:
    """The end for a choice other than MOMENT; hours are rounded up to five minutes, which are easier to say."""
    if choice is End.TODAY:
        return on_the_wall(at.astimezone(zone).date(), LAST_MINUTE, zone)
    return Ending(rounded_up(at + AFTER[choice]))


def on_the_wall(day: date, clock: time, zone: ZoneInfo) -> Ending:
    """The moment at which clocks in the zone show this.

    Of an hour that comes twice it is the second, because a message may stand too long but not vanish too soon; an
    hour that is skipped is the one after it.
    """
    shown = datetime.combine(day, clock, zone)
    first, second = shown.replace(fold=0).astimezone(UTC), shown.replace(fold=1).astimezone(UTC)
    if first < second:
        return Ending(second, "Dit uur komt die nacht twee keer. De melding eindigt de tweede keer, in de wintertijd.")
    if second < first:
        return Ending(first, "Dit uur bestaat die nacht niet: de klok gaat vooruit. De melding eindigt een uur later.")
    return Ending(first)


def rounded_up(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond) % ROUND_TO
    return moment + (ROUND_TO - past if past else timedelta())
