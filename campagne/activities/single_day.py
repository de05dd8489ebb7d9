"""A day of a series that is otherwise, and the states that an activity and a day of it may have."""

from django.db import models
from modelcluster.fields import ParentalKey

from campagne.activities.occasions import State

STATES = [
    (State.PLANNED.value, "gaat door"),
    (State.FULL.value, "vol"),
    (State.CANCELLED.value, "gaat niet door"),
]


class SingleDay(models.Model):
    """One day of a series on which it is otherwise than the series: full, or not at all."""

    activity = ParentalKey("activities.Activity", on_delete=models.CASCADE, related_name="single_days")
    day = models.DateField("dag")
    state = models.CharField("stand", max_length=10, choices=STATES, default=State.CANCELLED.value)

    class Meta:
        ordering = ["day"]
        verbose_name = "dag die anders is"
        verbose_name_plural = "dagen die anders zijn"
        constraints = [
            models.UniqueConstraint(fields=["activity", "day"], name="a_day_of_an_activity_is_otherwise_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y}: {self.get_state_display()}"
