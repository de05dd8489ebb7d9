"""Move this installation from SQLite to PostgreSQL: `manage.py move_to_postgresql postgres://…`."""

from collections.abc import Callable

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from campagne.serving.clock.troubles import is_clock_alive
from campagne.serving.database.migrated import missing_migrations
from campagne.serving.database.moving.comparing import Comparison, compare
from campagne.serving.database.moving.copying import copy_table, empty, settle
from campagne.serving.database.moving.refusal import CannotMove
from campagne.serving.database.moving.tables import Table, moved_tables
from campagne.serving.database.moving.target import opened_target, refuse_data, refuse_foreign_tables, run_there


class Command(BaseCommand):
    help = (
        "Zet deze installatie over van SQLite naar een lege PostgreSQL en vergelijkt daarna elke tabel. "
        "Stop eerst de site. Breekt het af, dan staat er niets in PostgreSQL en mag het opnieuw."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target_url", help="postgres://gebruiker:wachtwoord@machine:5432/naam")

    def handle(self, *, target_url: str, **options) -> None:
        try:
            refuse_source()
            with opened_target(target_url) as target:
                self._move(target, target_url)
        except CannotMove as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Klaar. Zet dit in .env en start de site weer:\nDATABASE_URL={target_url}")

    def _move(self, target: BaseDatabaseWrapper, target_url: str) -> None:
        refuse_foreign_tables(target)
        tables = moved_tables(target)
        refuse_data(target, tables)
        self.stdout.write("Tabellen maken in PostgreSQL …")
        run_there(target_url, "migrate", "--verbosity", "0")
        refuse_data(target, tables)
        # IMMEDIATE: from here until the comparison is done, nobody writes to the source.
        with transaction.atomic():
            in_one_transaction(target, lambda: self._copy_and_compare(target, tables))
        self.stdout.write("Zoekindex opbouwen …")
        run_there(target_url, "update_index", "--verbosity", "0")

    def _copy_and_compare(self, target: BaseDatabaseWrapper, tables: list[Table]) -> None:
        empty(target, tables)
        for number, table in enumerate(tables, start=1):
            rows = copy_table(connection, target, table)
            self.stdout.write(f"{number:>4}/{len(tables)}  {table.name}: {rows} rijen")
        settle(target)
        self.stdout.write("Vergelijken …")
        compared = [compare(connection, target, table) for table in tables]
        self._show(compared)
        if different := [comparison.table for comparison in compared if not comparison.is_equal]:
            raise CannotMove(f"Niet gelijk: {', '.join(different)}. In PostgreSQL is niets veranderd.")

    def _show(self, compared: list[Comparison]) -> None:
        self.stdout.write(f"{'tabel':<52}{'SQLite':>9}{'PostgreSQL':>12}  inhoud")
        for each in compared:
            says = "gelijk" if each.is_equal else "VERSCHILT"
            self.stdout.write(f"{each.table:<52}{each.source.rows:>9}{each.target.rows:>12}  {says}")


def refuse_source() -> None:
    """Raises CannotMove unless this installation is an SQLite of this version of the code."""
    if connection.vendor != "sqlite":
        raise CannotMove(f"Deze installatie staat op {connection.vendor}. Alleen SQLite wordt overgezet: kijk in .env.")
    if missing := missing_migrations():
        raise CannotMove(f"Deze installatie is niet bij: {', '.join(missing)}. Draai eerst `manage.py migrate`.")
    if is_clock_alive(timezone.now()):
        raise CannotMove(
            "De site draait nog: de klok werkte minder dan twee minuten geleden. Stop de site, anders gaat verloren "
            "wat mensen intussen invullen. Is zij al gestopt, wacht dan twee minuten."
        )


def in_one_transaction(target: BaseDatabaseWrapper, work: Callable[[], None]) -> None:
    target.set_autocommit(False)
    try:
        work()
        target.commit()
    finally:
        target.rollback()
        target.set_autocommit(True)
