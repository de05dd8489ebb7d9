"""When the cards were last brought up to date, so that who reads them knows of which moment they are."""

from datetime import datetime

from campagne.measurement.attention.keeping import look_again
from campagne.serving.models import JobRun

JOB = f"{look_again.__module__}.{look_again.__qualname__}"


def last_looked() -> datetime | None:
    """The end of the last look that went well; None when there was none yet."""
    return JobRun.objects.filter(path=JOB).values_list("ended_well_at", flat=True).first()
