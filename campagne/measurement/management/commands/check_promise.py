"""Check that what is counted and kept of a visit is what the public page promises."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.measurement.privacy.facts import facts
from campagne.measurement.privacy.promised import PATH, differences, read_promised, write_promised

WHAT_TO_REVIEW = """
Wat we tellen of bewaren is anders dan beloofd. Kijk na of dit nog klopt (review these texts before you release):
  - /privacy/            templates/measurement/privacy.html, en de uitleg bij de tabellen zelf
  - /wat-we-meten/       campagne/measurement/measures.py
  - DPIA en register     campagne/measurement/privacy/, of: manage.py privacy_texts --dpia
  - TRACKER_VERSION in campagne/measurement/context/versions.py, als er anders wordt geteld
Leg het daarna vast, met een zin die lezers op /privacy/ te zien krijgen:
  manage.py check_promise --renew "We tellen nu ook hoe vaak een pagina is gedeeld."
""".strip()


class Command(BaseCommand):
    help = (
        "Kijkt of de tracker, het bericht dat hij stuurt en de tabellen nog zijn zoals beloofd op /privacy/. Met "
        "--renew legt u een nieuwe versie van de belofte vast, nadat u de teksten hebt nagekeken."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--renew", metavar="ZIN", help="wat er veranderde, in één zin voor lezers")
        parser.add_argument("--tracker", type=Path, default=settings.BASE_DIR / "static/js/tracker.js")
        parser.add_argument("--promised", type=Path, default=PATH, help="waar de belofte staat")

    def handle(self, *args: Any, renew: str | None, tracker: Path, promised: Path, **options: Any) -> None:
        before, now = read_promised(promised), facts(tracker)
        changed = list(differences(before.facts, now))
        if changed and not renew:
            raise CommandError("\n".join([*changed, "", WHAT_TO_REVIEW]))
        if not changed:
            self.stdout.write(f"Zoals beloofd in versie {before.newest.number}, van {before.newest.day}.")
            return
        try:
            after = before.renewed(now, renew or "", timezone.localdate())
        except ValueError as error:
            raise CommandError(str(error)) from error
        write_promised(after, promised)
        self.stdout.write(f"Versie {after.newest.number} van de belofte is vastgelegd in {promised.name}.")
