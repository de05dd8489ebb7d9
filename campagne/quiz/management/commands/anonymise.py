"""Count the attempts that are over, and delete the ones that are old: their counts stay."""

from time import monotonic

from django.core.management.base import BaseCommand
from django.utils import timezone

from campagne.figures.notation import number
from campagne.quiz.answers.anonymising import anonymise, days_kept
from campagne.quiz.answers.counting import count

SECONDS_BETWEEN_LINES = 2


class Command(BaseCommand):
    help = (
        "Telt quizpogingen die voorbij zijn, en gooit weg wat ouder is dan ANONYMISE_AFTER_DAYS dagen. De tellingen "
        "blijven. De site doet dit zelf elke dag; het mag zo vaak als u wilt."
    )

    def handle(self, *args, **options) -> None:
        self._told_at = monotonic()
        at, days = timezone.now(), days_kept()
        counted = count(at)
        self.stdout.write(f"{number(counted)} pogingen geteld die nog niet geteld waren.")
        done = anonymise(at, tell=self._tell)
        if not done.attempts:
            self.stdout.write(f"Er zijn geen pogingen van meer dan {days} dagen geleden.")
        else:
            self.stdout.write(
                f"{number(done.attempts)} pogingen van meer dan {days} dagen geleden weggegooid, met "
                f"{number(done.answers)} antwoorden. De tellingen zijn gebleven."
            )
        if done.not_counted:
            self.stdout.write(f"{number(done.not_counted)} oude pogingen zijn nog niet geteld en daarom bewaard.")

    def _tell(self, done: int, total: int) -> None:
        if monotonic() - self._told_at >= SECONDS_BETWEEN_LINES:
            self._told_at = monotonic()
            self.stdout.write(f"  {number(done)} van {number(total)} pogingen")
