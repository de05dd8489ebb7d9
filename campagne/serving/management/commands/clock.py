"""The clock by itself; `serve` starts it along with the web processes."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from campagne.serving.clock.loop import Clock
from campagne.serving.processes import StopSignal

# Readers go first: the clock makes pages again with what they leave of the processor, and at least a tenth of it.
NICENESS = 10


class Command(BaseCommand):
    help = "Doe op tijd wat op tijd moet: tellen, gepland publiceren, opruimen. Meer klokken naast elkaar mag."

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(NICENESS)
        stop = StopSignal()
        stop.listen()
        Clock(stop).run()
