"""How each job went the last time, for whoever has to know that something is late or failing."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.module_loading import import_string

from campagne.serving.clock.fault import fault_of
from campagne.serving.clock.jobs import Job


class JobRunManager(models.Manager["JobRun"]):
    def by_path(self) -> Mapping[str, "JobRun"]:
        return self.in_bulk(field_name="path")


class JobRun(models.Model):
    """One row per job. Nothing decides by these moments what to do: they are only shown."""

    path = models.CharField("taak", max_length=200, unique=True)
    started_at = models.DateTimeField("laatst begonnen")
    ended_well_at = models.DateTimeField("laatst gelukt", null=True)
    failing_since = models.DateTimeField("mislukt sinds", null=True)
    fault = models.CharField("laatste fout", max_length=300, blank=True, default="")
    took = models.DurationField("duur", default=timedelta)

    objects = JobRunManager()

    class Meta:
        verbose_name = "taak van de klok"
        verbose_name_plural = "taken van de klok"

    def __str__(self) -> str:
        return self.path


def run(job: Job, at: datetime) -> str:
    """Do the job and return its fault, empty if it went well. Raises nothing."""
    try:
        import_string(job.path)(at)
    except Exception as error:
        return fault_of(error)
    return ""


def write_down(job: Job, at: datetime, took: timedelta, fault: str) -> None:
    """Note how it went. `failing_since` stays at the first of a series of failures."""
    outcome: dict[str, object] = {"started_at": at, "took": took, "fault": fault[:300]}
    if fault:
        first = {"failing_since": at}
        outcome["failing_since"] = Coalesce(F("failing_since"), at, output_field=models.DateTimeField())
    else:
        first = {"ended_well_at": at + took, "failing_since": None}
        outcome.update(first)
    if not JobRun.objects.filter(path=job.path).update(**outcome):
        JobRun.objects.get_or_create(path=job.path, defaults={**outcome, **first})
