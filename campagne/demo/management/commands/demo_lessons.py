"""Let groups in a demo follow a lesson, so that there is something to see of people who came."""

from argparse import ArgumentParser
from random import Random

from django.core.management.base import BaseCommand, CommandError

from campagne.content.models import ModulePage
from campagne.demo.lessons import hold_lesson
from campagne.guided.sessions.library import Location
from campagne.serving.models import Installation

MOST = 60


class Command(BaseCommand):
    help = "Laat groepen in een voorbeeldregio een begeleide les volgen: ze antwoorden voor en na, en worden geteld."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lessons", type=int, default=6, help=f"Hoeveel lessen? Hoogstens {MOST}. (6)")
        parser.add_argument("--seed", type=int, default=1, help="Hetzelfde getal geeft dezelfde groepen. (1)")

    def handle(self, *, lessons: int, seed: int, **options) -> None:
        if not Installation.objects.is_demo():
            raise CommandError("Groepen verzinnen mag alleen in een demo: begin met manage.py load_demo.")
        if not 1 <= lessons <= MOST:
            raise CommandError(f"{lessons} lessen kan niet. Kies een getal van 1 tot en met {MOST}.")
        module = ModulePage.objects.live().filter(slug="klik-en-tik-veilig-online").exclude(quiz=None).first()
        places = list(Location.objects.order_by("name"))
        if module is None or not places:
            raise CommandError("De module of de bibliotheken van de demo zijn er niet meer. Draai manage.py load_demo.")
        chance = Random(seed)
        for number in range(lessons):
            held = hold_lesson(module, places[number % len(places)], chance)
            self.stdout.write(
                f"  les {number + 1} van {lessons}, {held.session.location}: {held.people} mensen, "
                f"{held.answers} antwoorden"
            )
        self.stdout.write("De cijfers staan op het dashboard bij bereik en begrip.")
