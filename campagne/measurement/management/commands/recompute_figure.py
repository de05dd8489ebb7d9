"""Make published figures again, and tell which are still the same."""

from collections.abc import Iterable
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.measurement.public.months import month_asked
from campagne.measurement.public.published import PublishedMonth
from campagne.measurement.public.recomputing import Recomputed, recompute_table


class Command(BaseCommand):
    help = (
        "Rekent een openbaar cijfer na uit de vraag die erbij bewaard is: recompute_figure gelezen cybercrime "
        "--month 2026-10. Of alle cijfers: --all. Geeft code 1 als er iets anders uitkomt, en zegt precies wat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("table", nargs="?", help="De code van de tabel.")
        parser.add_argument("row", nargs="?", help="De code van de rij.")
        parser.add_argument("column", nargs="?", default="", help="De code van de kolom, als de tabel kolommen heeft.")
        parser.add_argument("--month", type=month_asked, help="Welke maand, zoals 2026-10?")
        parser.add_argument("--all", action="store_true", help="Alle cijfers van die maand, of van alle maanden.")

    def handle(self, *, month: date | None, **options) -> None:
        if options["all"]:
            found = [again for one in self._months(month) for again in self._whole(one)]
        else:
            found = [self._one(month, options["table"], options["row"], options["column"])]
        different = [again for again in found if not again.is_same]
        for again in different:
            self.stdout.write(f"{_name(again)}: {'; '.join(again.differences)}.")
        if different:
            raise CommandError(f"{len(different)} van de {len(found)} cijfers zijn niet gelijk.", returncode=1)
        self.stdout.write("Gelijk." if len(found) == 1 else f"Alle {len(found)} cijfers zijn gelijk.")

    def _months(self, month: date | None) -> list[PublishedMonth]:
        months = list(PublishedMonth.objects.all() if month is None else PublishedMonth.objects.filter(month=month))
        if not months:
            raise CommandError(f"{_unpublished(month)} Leg eerst een maand vast: manage.py freeze_figures.")
        return months

    def _whole(self, month: PublishedMonth) -> Iterable[Recomputed]:
        for code in month.rules["tables"]:
            self.stdout.write(f"{month}, {code} …")
            yield from recompute_table(month, code)

    def _one(self, month: date | None, table: str | None, row: str | None, column: str) -> Recomputed:
        if month is None or table is None or row is None:
            raise CommandError("Noem een tabel, een rij en --month; of kies --all.")
        [published] = self._months(month)
        _known(table, published.rules["tables"], "tabel")
        found = {(again.figure.row, again.figure.column): again for again in recompute_table(published, table)}
        _known(row, {key for key, _ in found}, "rij")
        _known(column, {key for place, key in found if place == row}, "kolom")
        return found[row, column]


def _known(word: str, words: Iterable[str], kind: str) -> None:
    if word not in words:
        raise CommandError(
            f"{kind.capitalize()} ‘{word}’ is er niet. Kies uit: {', '.join(sorted(filter(None, words)))}."
        )


def _unpublished(month: date | None) -> str:
    return "Er is nog geen maand vastgelegd." if month is None else f"De maand {month:%Y-%m} is niet vastgelegd."


def _name(again: Recomputed) -> str:
    figure = again.figure
    return " / ".join(filter(None, [str(figure.month), figure.table, figure.row, figure.column]))
