"""How many queries does a published page cost, and does that grow with its pages, tags and steps?"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ModuleIndexPage, ModulePage
from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.region import founded_region, write_articles
from doelgroepen.models import TargetGroup

MOST_QUERIES = 12
FEW, MANY = 2, 20


@dataclass(frozen=True)
class Cost:
    """The queries of a kind of page, small and large."""

    name: str
    small: int
    large: int

    @property
    def is_good(self) -> bool:
        return self.small == self.large <= MOST_QUERIES

    def __str__(self) -> str:
        return f"{self.name}: {self.small} vragen aan de database, en {self.large} als ze groot is."


def run(tell: Callable[[str], object]) -> Outcome:
    tell("Een lege regio wordt klaargezet …")
    with founded_region():
        index = ArticleIndexPage.objects.get(municipality=None)
        write_articles(FEW, reviewed_on=timezone.localdate())
        few_listed = queries(index.url)
        write_articles(MANY, reviewed_on=timezone.localdate())
        small, large = (write_module(size) for size in (FEW, MANY))
        costs = (
            Cost("Een lijst", few_listed, queries(index.url)),
            Cost("Een module", queries(small.url), queries(large.url)),
            Cost("Een stap", queries(f"{small.url}stap/1/"), queries(f"{large.url}stap/1/")),
            Cost("Een module op één pagina", queries(f"{small.url}alles/"), queries(f"{large.url}alles/")),
        )
    asked = f"Gevraagd: hooguit {MOST_QUERIES}, en even veel als de pagina groot is."
    return Outcome(lines=(*map(str, costs), asked), is_reached=all(cost.is_good for cost in costs))


def queries(url: str) -> int:
    """Queries of a visitor's page; asked once before, so that what a process remembers is remembered."""
    visitor = Client(headers={"host": "localhost"})
    visitor.get(url)
    with CaptureQueriesContext(connection) as captured:
        answer = visitor.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url} answered {answer.status_code}; expected 200")
    return len(captured)


def write_module(size: int) -> ModulePage:
    """Publish a module with so many steps and target groups."""
    step = {"title": "Hang op", "body": [("text", "<p>Leg de telefoon neer.</p>")]}
    module = ModulePage(title=f"Module van {size}", summary="Kort.", steps=[("step", step)] * size)
    groups = (f"Groep {number} van {size}" for number in range(size))
    made = [TargetGroup.objects.create(name=name, self_description=name) for name in groups]
    ModuleIndexPage.objects.get(municipality=None).add_child(instance=module)
    module.target_groups.add(*made)
    module.save_revision().publish()
    return module
