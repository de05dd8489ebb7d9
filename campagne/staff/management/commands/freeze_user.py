"""Shut an account that was misused, tell what was done in its name, and put pages back."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.formats import date_format

from campagne.staff import audit
from campagne.staff.freezing.account import freeze, others_than
from campagne.staff.freezing.changes import changes_since, told
from campagne.staff.freezing.errands import errands_after
from campagne.staff.freezing.going_back import Return, going_back
from campagne.staff.freezing.moments import moment_in
from campagne.staff.freezing.powers import end_powers, powers_of
from campagne.staff.freezing.putting_back import put_back
from campagne.staff.freezing.ways_in import ways_in
from campagne.staff.management.called import account_called

AT_ONCE = 200
NOBODY_LEFT = (
    "Als {account} bevroren is, kan niemand meer accounts beheren. Maak een nieuwe beheerder met: manage.py "
    "createsuperuser. Die kan {account} ontdooien bij Instellingen, Gebruikers."
)


class Command(BaseCommand):
    help = "Bevriest een account dat misbruikt is, zegt wat ermee gedaan is, en zet pagina's terug. Mag vaker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAAM", help="Inlognaam van het account")
        parser.add_argument("--since", required=True, help="Sinds wanneer: 2026-11-01 of 2026-11-01T14:30")
        parser.add_argument("--put-back", action="store_true", help="Zet ook de pagina's terug")
        parser.add_argument("--revoke", action="store_true", help="Trek ook in wat los van het account werkt")
        parser.add_argument("--dry-run", action="store_true", help="Zeg alleen wat er zou gebeuren")

    def handle(self, **options: Any) -> None:
        account, since = account_called(options["username"]), self._moment(options["since"])
        if options["dry_run"]:
            self.stdout.write(self.style.WARNING("Proef: er verandert niets."))
        else:
            self._freeze(account)
        if not others_than(account):
            self.stdout.write(self.style.WARNING(NOBODY_LEFT.format(account=account)))
        self._tell_powers(account, revoke=options["revoke"] and not options["dry_run"])
        self._tell_changes(account, since)
        returns, errands = going_back(account, since, by=None)
        self._tell_returns(returns)
        if options["put_back"] and not options["dry_run"]:
            self._put_back(account, returns)
        for errand in [*ways_in(account, since), *errands, *errands_after(account, since)]:
            self.stdout.write(f"  met de hand: {errand.title} – {errand.advice}")

    def _moment(self, text: str) -> datetime:
        try:
            return moment_in(text)
        except ValueError as error:
            raise CommandError(str(error)) from error

    def _freeze(self, account: Any) -> None:
        shut = freeze(account, by=None)
        self.stdout.write(self.style.SUCCESS(f"{account} is bevroren. Browsersessies beëindigd: {shut.sessions}."))
        for plan in shut.plans:
            self.stdout.write(f"  stopgezet: {plan}")

    def _tell_powers(self, account: Any, *, revoke: bool) -> None:
        left = [] if revoke else [power for power in powers_of(account) if power.end]
        for power in end_powers(account, timezone.now(), None) if revoke else []:
            self.stdout.write(f"  ingetrokken: {power.kind}, {power.name}")
        for power in left:
            self.stdout.write(f"  werkt nog (intrekken met --revoke): {power.kind}, {power.name}")
        for power in powers_of(account):
            if power.end is None:
                self.stdout.write(f"  kijk na: {power.kind}, {power.name}")

    def _tell_changes(self, account: Any, since: datetime) -> None:
        keys = changes_since(account, since)
        self.stdout.write(f"Gedaan sinds {_written(since)}: {len(keys)}")
        for start in range(0, len(keys), AT_ONCE):
            for change in told(keys[start : start + AT_ONCE]):
                gone = "" if change.thing else " (is er niet meer)"
                self.stdout.write(f"  {_written(change.at)}  {change.what}  {change.kind}: {change.title}{gone}")

    def _tell_returns(self, returns: list[Return]) -> None:
        self.stdout.write(f"Pagina's die terug kunnen: {len(returns)}")
        for each in returns:
            self.stdout.write(f"  {each.page.title} → {_destination(each)}")

    def _put_back(self, account: Any, returns: list[Return]) -> None:
        done = 0
        for number, wrong in enumerate(put_back(returns, by=None), start=1):
            done += not wrong
            if wrong:
                self.stderr.write(wrong)
            self.stdout.write(f"  {number} van {len(returns)}")
        if done:
            audit.record(account, "put_back", pages=done)
        self.stdout.write(self.style.SUCCESS(f"Teruggezet: {done} van {len(returns)}."))


def _written(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def _destination(each: Return) -> str:
    if each.to is None:
        return "van de site (stond er eerder niet)"
    return f"versie van {_written(each.to.created_at)} van {each.to.user or 'het systeem'}"
