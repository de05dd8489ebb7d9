"""Check that what was published did not change."""

from django.core.management.base import BaseCommand, CommandError

from campagne.quiz.changes.verifying import faults
from campagne.quiz.models import QuestionVersion


class Command(BaseCommand):
    help = "Kijkt na of gepubliceerde vragen nog zijn zoals ze waren. Geeft code 1 als er iets anders is."

    def handle(self, *args, **options) -> None:
        found = list(faults())
        for fault in found:
            self.stdout.write(str(fault))
        count = QuestionVersion.objects.count()
        if found:
            raise CommandError(f"{len(found)} dingen kloppen niet in {count} vraagversies.", returncode=1)
        self.stdout.write(f"{count} vraagversies nagekeken: alles is zoals het werd gepubliceerd.")
