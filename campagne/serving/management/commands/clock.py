"""The clock by itself; `serve` starts it along with the web processes."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error

from campagne.serving.clock.loop import Clock
from campagne.serving.management.commands.serve import refuse_old_database
from campagne.serving.metrics.listening import start_listening
from campagne.serving.processes import StopSignal, let_readers_go_first


class Command(BaseCommand):
    help = "Doe op tijd wat op tijd moet: tellen, gepland publiceren, opruimen. Meer klokken naast elkaar mag."

    def handle(self, *args: Any, **options: Any) -> None:
        with suppress(Error):  # A database that is away comes back, and the clock waits for it.
            refuse_old_database()
        let_readers_go_first()
        stop = StopSignal()
        stop.listen()
        start_listening(settings.METRICS_PORT)
        Clock(stop).run()
