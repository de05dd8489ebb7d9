"""What the command of the quiz does, and then the same for who took part in a guided session."""

from django.utils import timezone

from campagne.figures.notation import number
from campagne.guided.joining.anonymising import forget
from campagne.quiz.management.commands.anonymise import Command as AnonymiseQuiz


class Command(AnonymiseQuiz):
    """Found before that of the quiz, because guided sessions stand above it in INSTALLED_APPS."""

    def handle(self, *args, **options) -> None:
        super().handle(*args, **options)
        gone = forget(timezone.now())
        if gone.participants or gone.seats:
            self.stdout.write(
                f"{number(gone.participants)} deelnemers en {number(gone.seats)} plaatskaarten van groepslessen "
                "weggegooid. Wat van een les blijft, zijn tellingen."
            )
