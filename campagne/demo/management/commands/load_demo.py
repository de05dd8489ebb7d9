"""Load the demo region: everything a visitor, an editor and an executive need to look around."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campagne.contacts.models import ReportChannel
from campagne.demo.action_plans import put_plans
from campagne.demo.activities import put_activities
from campagne.demo.catalogue import Catalogue, read_catalogue
from campagne.demo.entrances import put_entrances
from campagne.demo.entry import BadEntry
from campagne.demo.evaluations import put_evaluations
from campagne.demo.events import put_events
from campagne.demo.furnishing import furnish_site, put_settings
from campagne.demo.guide import put_guide
from campagne.demo.library import put_library, put_sessions
from campagne.demo.official_figures import put_official_figures
from campagne.demo.people import put_people
from campagne.demo.pictures import pictures_by_slug, put_pictures
from campagne.demo.places import put_places
from campagne.demo.quizzes import put_quizzes
from campagne.demo.ready import put_ready_lines
from campagne.demo.references import check_references
from campagne.demo.registers import put_registers
from campagne.demo.searching import fill_search
from campagne.demo.streams import Shelf
from campagne.demo.tree import Tree
from campagne.guided.models import Library
from campagne.quiz.models import Quiz
from campagne.serving.models import Installation
from home.models import HomePage
from home.region import found_region


class Command(BaseCommand):
    help = "Laadt de voorbeeldregio. Mag vaker: wat er al staat, blijft zoals het is."

    def handle(self, **options) -> None:
        self._refuse_real_installation()
        catalogue = self._read()
        home = self._found(catalogue)
        self._tell("thema's, doelgroepen en meldpunten", lambda: put_registers(catalogue))
        self._tell("bibliotheek en locaties", lambda: put_library(catalogue.library))
        self._tell_people(Library.objects.get(name=catalogue.library.name))
        self._tell("tekeningen", lambda: put_pictures(catalogue))
        self._tell("quizzen", lambda: put_quizzes(catalogue))
        shelf = _shelf(catalogue)
        self._tell("pagina's van thema's, doelgroepen en gemeenten", lambda: put_places(catalogue, home, shelf))
        self._tell("pagina's om te lezen en te leren", lambda: Tree(home, shelf).put_pages(catalogue))
        self._tell("actieplannen", lambda: put_plans(catalogue.plans))
        self._tell("onderwerpen van de meldwijzer", lambda: put_guide(catalogue.guide, home, shelf))
        self._tell("zinnen die klaarstaan voor een incident", lambda: put_ready_lines(catalogue.ready))
        self._tell("vaste pagina's", lambda: furnish_site(catalogue.site, home, shelf))
        self._tell("geplande lessen", lambda: put_sessions(catalogue.library, timezone.now()))
        self._tell("activiteiten", lambda: put_activities(catalogue.activities, timezone.now()))
        self._tell("ingangen", lambda: put_entrances(catalogue.entrances, timezone.now()))
        self._tell("gebeurtenissen", lambda: put_events(catalogue.events, timezone.now()))
        self._tell("evaluaties", lambda: put_evaluations(catalogue.evaluations, timezone.now()))
        self._tell("officiële cijfers van heel Nederland", lambda: put_official_figures(timezone.now()))
        put_settings(catalogue.site, home)
        self._tell("pagina's om in te zoeken", fill_search)
        self.stdout.write(self.style.SUCCESS("De voorbeeldregio staat klaar. Hoe u inlogt, staat hierboven."))

    def _refuse_real_installation(self) -> None:
        existing = Installation.objects.current()
        if existing and not existing.is_demo:
            raise CommandError(
                f"Hier staat een echte regio: {existing.region_name}. De voorbeeldregio gaat er niet bij. "
                "Kies een lege DATA_DIR of een lege database."
            )

    def _read(self) -> Catalogue:
        try:
            catalogue = read_catalogue()
            check_references(catalogue)
        except BadEntry as error:
            raise CommandError(f"De bestanden van de voorbeeldregio kloppen niet. {error}") from error
        return catalogue

    def _found(self, catalogue: Catalogue) -> HomePage:
        region = catalogue.region
        names = [municipality.name for municipality in region.municipalities]
        self.stdout.write(f"Voorbeeldregio {region.name}: {', '.join(names)}")
        try:
            return found_region(region.name, names, site_name=region.site_name, is_demo=True)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def _tell(self, what: str, put: Callable[[], int]) -> None:
        self.stdout.write(f"  {what} …", ending="")
        self.stdout.flush()
        number = put()
        self.stdout.write(f" {number} nieuw" if number else " stonden er al")

    def _tell_people(self, library: Library) -> None:
        is_first = True
        for person in put_people(library):
            if is_first:
                self.stdout.write("\nInloggen kan op /beheer/. Deze wachtwoorden staan hier één keer:")
                is_first = False
            self.stdout.write(f"  {person.username}  {person.password}")
        if is_first:
            self.stdout.write("De medewerkers bestonden al. Een nieuw wachtwoord: manage.py changepassword <inlognaam>")


def _shelf(catalogue: Catalogue) -> Shelf:
    return Shelf(
        channels=dict(ReportChannel.objects.values_list("slug", "pk")),
        pictures=pictures_by_slug(catalogue),
        quizzes=dict(Quiz.objects.values_list("slug", "pk")),
    )
