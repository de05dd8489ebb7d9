"""Found an empty, real region: its tree of pages, its municipalities and the first administrator."""

import secrets
import sys
from argparse import ArgumentParser

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from campagne.serving.models import Installation
from campagne.staff import roles
from home.region import found_region


class Command(BaseCommand):
    help = "Maakt een lege, echte regio: de pagina's, de gemeenten en de eerste beheerder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", help="Naam van de regio, bijvoorbeeld: Westelijke Mijnstreek")
        parser.add_argument("--municipality", action="append", help="Naam van een gemeente. Mag vaker.")
        parser.add_argument("--administrator", help="Inlognaam van de eerste beheerder")
        parser.add_argument("--email", help="E-mailadres van de eerste beheerder")

    def handle(self, **options) -> None:
        if existing := Installation.objects.current():
            kind = "demo-regio" if existing.is_demo else "regio"
            raise CommandError(
                f"Hier staat al een {kind}: {existing.region_name}. Kies een lege DATA_DIR of een lege database."
            )
        name = options["name"] or self._ask("Hoe heet de regio?", "--name")
        municipalities = options["municipality"] or self._ask_municipalities()
        administrator = options["administrator"] or self._ask("Inlognaam van de beheerder?", "--administrator")
        email = options["email"] or self._ask("E-mailadres van de beheerder?", "--email")
        self._check_email(email)
        password = self._found(name, municipalities, administrator, email)
        self.stdout.write(self.style.SUCCESS(f"De regio {name} staat klaar, met {len(municipalities)} gemeente(n)."))
        self.stdout.write(f"Log in op /beheer/ als {administrator} met dit wachtwoord (het staat hier één keer):")
        self.stdout.write(f"  {password}")

    @transaction.atomic
    def _found(self, name: str, municipalities: list[str], administrator: str, email: str) -> str:
        found_region(name, municipalities)
        password = secrets.token_urlsafe(12)
        user = get_user_model().objects.create_user(
            administrator, email, password, is_staff=True, is_superuser=True, first_name=administrator
        )
        user.groups.add(roles.group_for(roles.ADMINISTRATOR))
        return password

    def _ask(self, question: str, option: str) -> str:
        if not sys.stdin.isatty():
            raise CommandError(f"{option} ontbreekt en er is niemand om het te vragen. Geef {option} mee.")
        answer = ""
        while not answer:
            answer = input(f"{question} ").strip()
        return answer

    def _ask_municipalities(self) -> list[str]:
        answer = self._ask("Welke gemeenten? (namen met een komma ertussen)", "--municipality")
        return [name.strip() for name in answer.split(",") if name.strip()]

    def _check_email(self, email: str) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email!r} is geen e-mailadres. Verwacht iets als naam@gemeente.nl.") from error
