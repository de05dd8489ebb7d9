"""Who keeps the clock: one row that the holder changes every few seconds, and that is taken over when it stands still.

There is no time in it. Every process judges by its own monotonic clock how long the row stood still, as the
leader election of Kubernetes does, so clocks that differ or jump do no harm.
"""

from secrets import token_hex

from django.db import models

from campagne.serving.clock.stillness import Stillness

SECONDS_BETWEEN_BEATS = 4
# Who could not raise the beat this long begins nothing more; others wait longer than that before they take over.
SECONDS_TO_HOLD = 10
SECONDS_TO_TAKE_OVER = 15


class LeaseManager(models.Manager["Lease"]):
    def current(self) -> "Lease":
        return self.first() or self.get_or_create(pk=1)[0]


class Lease(models.Model):
    """One row. `holder` is a random number of one process (empty: nobody), `beat` only ever rises."""

    holder = models.CharField("houder", max_length=32, blank=True, default="")
    beat = models.PositiveBigIntegerField("slag", default=0)

    objects = LeaseManager()

    class Meta:
        verbose_name = "beurt van de klok"
        verbose_name_plural = "beurten van de klok"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_lease")]

    def __str__(self) -> str:
        return f"slag {self.beat}"


class Holding:
    """What one process knows of the lease. Every moment is in seconds of its own monotonic clock."""

    def __init__(self) -> None:
        self.token = token_hex(16)
        self._others = Stillness()
        self._held_until = float("-inf")

    def keep(self, now: float) -> bool:
        """Raise the beat, or take over from a holder that stood still; return whether the lease is ours."""
        lease = Lease.objects.current()
        is_ours = self._may_write(lease, now) and self._write(lease)
        self._held_until = now + SECONDS_TO_HOLD if is_ours else float("-inf")
        return is_ours

    def is_ours(self, now: float) -> bool:
        """May a job begin? Asks the database too, because a process that slept may have lost its turn."""
        return now < self._held_until and Lease.objects.filter(holder=self.token).exists()

    def release(self) -> None:
        """Let another take over at once."""
        self._held_until = float("-inf")
        Lease.objects.filter(holder=self.token).update(holder="")

    def _may_write(self, lease: Lease, now: float) -> bool:
        still = self._others.seconds((lease.holder, lease.beat), now)
        return lease.holder in {"", self.token} or still > SECONDS_TO_TAKE_OVER

    def _write(self, lease: Lease) -> bool:
        """Change the row if it is still as it was read; of two that try, one succeeds."""
        unchanged = Lease.objects.filter(holder=lease.holder, beat=lease.beat)
        return unchanged.update(holder=self.token, beat=lease.beat + 1) == 1
