"""Send visitors to a demo: real requests, through the doors that everybody uses."""

import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campagne.demo.browser import NoAnswer
from campagne.demo.catalogue import read_catalogue
from campagne.demo.crowd import Crowd
from campagne.demo.earlier_month import EarlierMonth
from campagne.demo.evaluations import evaluate_month
from campagne.demo.knowledge import Knowledge
from campagne.demo.progress import Progress
from campagne.measurement.public.freezing import NotYet, opens_on
from campagne.measurement.public.months import month_asked
from campagne.measurement.public.published import PublishedMonth
from campagne.serving.models import Installation

SECONDS_BETWEEN_VISITORS = 1.5
VISITS_BETWEEN_DATES = 25


class Command(BaseCommand):
    help = "Stuurt bezoekers naar een voorbeeldregio: ze lezen, tikken op een meldpunt en doen een quiz."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--visitors", type=int, default=200, help="Hoeveel bezoekers? (200)")
        parser.add_argument("--url", default=settings.SITE_URL, help="Waar staat de site? (SITE_URL)")
        parser.add_argument("--seed", type=int, default=1, help="Hetzelfde getal geeft dezelfde bezoekers. (1)")
        when = parser.add_mutually_exclusive_group()
        when.add_argument("--follow", action="store_true", help="Ga daarna rustig door, tot Ctrl-C.")
        when.add_argument(
            "--month",
            type=month_asked,
            help="Laat ze in een maand komen die voorbij is, zoals 2026-10, en leg de openbare cijfers ervan vast.",
        )

    def handle(self, *, visitors: int, url: str, seed: int, follow: bool, month: date | None = None, **options) -> None:
        self._refuse_real_installation()
        if visitors < 1:
            raise CommandError(f"{visitors} bezoekers kan niet. Kies een getal van 1 of meer.")
        catalogue = read_catalogue()
        ways_in = [entrance.path for entrance in catalogue.entrances]
        earlier = self._earlier(month, [entrance.code for entrance in catalogue.entrances])
        try:
            crowd = Crowd(url, seed, Knowledge.of(catalogue.quizzes), ways_in)
        except NoAnswer as failure:
            raise CommandError(f"{failure}. Start eerst de voorbeeldsite (make run), of geef --url.") from failure
        happened, failures = Counter(), Counter()
        try:
            self._send(crowd, range(visitors), visitors, happened, failures, earlier)
            if follow:
                self.stdout.write("Er komt nu elke paar seconden iemand bij. Stoppen: Ctrl-C")
                self._send(crowd, calmly(visitors, seed), 0, happened, failures)
        except KeyboardInterrupt:
            self.stdout.write("\nGestopt.")
        self._tell(happened, failures)
        if earlier:
            self._publish(earlier)

    def _earlier(self, month: date | None, codes: Iterable[str]) -> EarlierMonth | None:
        """Open the month in which they come, along entrances with these codes as well; None for now."""
        if month is None:
            return None
        at = timezone.now()
        if timezone.localdate(at) < opens_on(month):
            raise CommandError(f"De maand {month:%Y-%m} is nog niet lang genoeg voorbij. Kies een eerdere maand.")
        if PublishedMonth.objects.filter(month=month).exists():
            raise CommandError(f"De cijfers van {month:%Y-%m} staan al vast. Kies een andere maand.")
        earlier = EarlierMonth(month, at)
        earlier.open(codes)
        return earlier

    def _publish(self, earlier: EarlierMonth) -> None:
        try:
            earlier.close(timezone.now())
        except NotYet as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"De openbare cijfers van {earlier.month:%Y-%m} staan op /cijfers/.")
        if evaluate_month(earlier.month, timezone.now()):
            self.stdout.write("Een verslag over een campagne in die maand staat op /beheer/cijfers/evaluaties/.")

    def _refuse_real_installation(self) -> None:
        installation = Installation.objects.current()
        if installation is None or not installation.is_demo:
            kind = f"de echte regio {installation.region_name}" if installation else "nog geen regio"
            raise CommandError(
                f"Hier staat {kind}. Bezoekers verzinnen mag alleen in een demo: begin met manage.py load_demo "
                "in een lege DATA_DIR."
            )

    def _send(
        self,
        crowd: Crowd,
        numbers: Iterable[int],
        total: int,
        happened: Counter,
        failures: Counter,
        earlier: EarlierMonth | None = None,
    ) -> None:
        progress, start = Progress(total, self._write, is_screen=self.stdout.isatty()), time.monotonic()
        try:
            for made, visit in enumerate(crowd.visits(numbers), start=1):
                if earlier and made % VISITS_BETWEEN_DATES == 0:
                    earlier.put_back()  # Before the clock counts them, two minutes after they came.
                happened.update(visit.happened)
                failures.update(visit.failures)
                progress.advance(time.monotonic() - start)
        finally:
            progress.close()

    def _write(self, text: str) -> None:
        self.stdout.write(text, ending="")
        self.stdout.flush()

    def _tell(self, happened: Counter, failures: Counter) -> None:
        for what, number in sorted(happened.items(), key=lambda pair: -pair[1]):
            self.stdout.write(f"  {number:>7} {what}")
        for what, number in failures.most_common(10):
            self.stderr.write(f"  {number:>7} keer mislukt: {what}")
        if failures.total() and failures.total() == happened["bezoeken"]:
            raise CommandError("Geen enkel bezoek lukte.")
        self.stdout.write(
            "De cijfers staan binnen een paar minuten op het dashboard, of meteen na manage.py count_inbox --now."
        )


def calmly(first: int, seed: int) -> Iterator[int]:
    """Number after number, with a pause of its own before each."""
    chance = Random(f"{seed}-pauses")
    for number in count(first):
        time.sleep(chance.expovariate(1 / SECONDS_BETWEEN_VISITORS))
        yield number
