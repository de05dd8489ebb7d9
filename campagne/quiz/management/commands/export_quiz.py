"""Write a quiz to a file, or the answers to it to a folder."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.quiz.exchange.carried import Line
from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.exchange.outgoing import SUFFIXES, Format, content_of, outgoing_quiz
from campagne.quiz.exchange.packing import everything
from campagne.quiz.exchange.tables import refusal_of, tables_of
from campagne.quiz.models import Quiz
from campagne.sheets.csv_file import write_csv
from campagne.sheets.unreadable import Unreadable

ROWS_PER_DOT = 10_000


class Command(BaseCommand):
    help = "Schrijft een quiz naar een bestand, of met --answers de antwoorden en het codeboek naar een map."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="Het adres van de quiz.")
        parser.add_argument("--format", choices=list(Format), default=Format.JSON.value, help="In welke vorm? (json)")
        parser.add_argument("--to", type=Path, default=Path(), help="In welke map? (de map waar u nu bent)")
        parser.add_argument("--answers", action="store_true", help="De antwoorden in plaats van de vragen.")

    def handle(self, *args, slug: str, to: Path, **options) -> None:
        quiz = Quiz.objects.filter(slug=slug).first()
        if quiz is None:
            known = ", ".join(Quiz.objects.values_list("slug", flat=True)) or "geen enkele"
            raise CommandError(f"Er is geen quiz met adres {slug!r}. Wel: {known}.")
        if not to.is_dir():
            raise CommandError(f"De map {to} is er niet. Maak haar eerst.")
        if options["answers"]:
            self._answers(quiz, to)
        else:
            self._questions(quiz, Format(options["format"]), to)

    def _questions(self, quiz: Quiz, form: Format, to: Path) -> None:
        try:
            content = content_of(quiz, form, everything)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        path = to / f"{quiz.slug}.{SUFFIXES[form]}"
        path.write_text(content, encoding="utf-8")
        if form is not Format.JSON:
            for line in outgoing_quiz(quiz).report.lines:
                self.stdout.write(in_words(line))
        self.stdout.write(f"Geschreven: {path}")

    def _answers(self, quiz: Quiz, to: Path) -> None:
        leaving = Leaving.of(quiz, at_most=None)
        for name, (header, rows) in tables_of(leaving).items():
            if refusal := refusal_of(leaving, name):
                self.stdout.write(f"{name}: {refusal}")
                continue
            path = to / f"{quiz.slug}-{name}.csv"
            with path.open("wb") as file:
                for number, line in enumerate(write_csv(rows(leaving), header=header)):
                    file.write(line)
                    if number and number % ROWS_PER_DOT == 0:
                        self.stdout.write(f"{name}: {number} rijen…")
            self.stdout.write(f"Geschreven: {path}")


def in_words(line: Line) -> str:
    return f"{line.where} ‘{line.title}’: {line.carried}. {' '.join(line.notes)}".strip()
