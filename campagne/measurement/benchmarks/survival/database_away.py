"""The database is stopped, or something else stands in its place; also while the site is started again."""

from collections.abc import Iterator, Sequence
from time import monotonic, sleep
from uuid import uuid4

from campagne.content.models import InstructionPage, ModulePage
from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.editing import NAME
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.outages import outages_of
from campagne.measurement.benchmarks.survival.visiting import Answer, Readers, ask
from campagne.measurement.benchmarks.survival.writing import TAKEN, Target, Writers
from campagne.serving.store.generation import Generation
from campagne.serving.store.running import addresses_of

SECONDS_AWAY = 60
SECONDS_TO_REFUSE = 3
SECONDS_TO_WORK_AGAIN = 10
SECONDS_OF_CALM, SECONDS_TO_CALM_DOWN = 2, 60
MADE_AT = "x-page-made-at"
LOGIN = "/beheer/login/"


def take_database_away(site: Installation, seconds: float = SECONDS_AWAY) -> Iterator[Finding]:
    """Take it away in each way, while people read; then let it come back, without a restart."""
    site.serve()
    paths, writes = stored_pages(site), Writes(site)
    for name, outage in outages_of(site.address).items():
        with Writers(site, number=2) as writers:
            sleep(1)
            with Readers(site.port, paths) as readers:
                with outage():
                    began, refusals = monotonic(), list[Answer]()
                    while monotonic() - began < seconds:
                        refusals += writes.all()
                yield came_through(name, readers)
                yield refused(name, refusals)
            yield works_again(site, writers)
        yield from writers.findings()


def start_without_database(site: Installation, seconds: float = 5) -> Iterator[Finding]:
    """Start the site while the database is away: pages come from disk; writes work once it is back."""
    site.serve()
    paths, writes = stored_pages(site), Writes(site)
    site.stop()
    with outages_of(site.address)["onzin"]():
        started = site.start()
        with Readers(site.port, paths) as readers:
            refusals, _ = writes.all(), sleep(seconds)
        yield came_through(f"onzin, na een herstart ({started:.0f} s)", readers)
        yield refused("onzin, na een herstart", refusals)
    with Writers(site, number=1) as writers:
        yield works_again(site, writers)


def stored_pages(site: Installation) -> Sequence[str]:
    """The front page, where to report, a module with its steps and an instruction; asked, so that they are stored."""
    with site.database():
        pages = [kind.objects.live().order_by("pk").first() for kind in (ModulePage, InstructionPage)]
        paths = ["/", "/melden/", *(address.path for page in pages for address in addresses_of(page))]
        if seconds_until(lambda: is_calm(site, paths), SECONDS_TO_CALM_DOWN) is None:
            raise RuntimeError(f"the site must be whole and calm before it is broken; asked {paths}")
    return paths


def is_calm(site: Installation, paths: Sequence[str]) -> bool:
    """Ask all of them twice, and tell whether what was given first was stored and nothing was changed meanwhile."""
    before, made = Generation.objects.moment(), made_at(site, paths)
    sleep(SECONDS_OF_CALM)
    return None not in made and made_at(site, paths) == made and Generation.objects.moment() == before


def made_at(site: Installation, paths: Sequence[str]) -> list[str | None]:
    """When each of them was made, as it says itself; None for one that was not given."""
    return [ask(site.port, path).headers.get(MADE_AT) for path in paths]


class Writes:
    """Everything that somebody can send in, made ready while all is well."""

    def __init__(self, site: Installation) -> None:
        self._port, self._target = site.port, Target.of(site)
        self._begun = ask(self._port, self._start, {}).headers["location"]
        form = ask(self._port, LOGIN)
        self._cookie = form.headers["set-cookie"].partition(";")[0]
        self._login = {"username": NAME, "password": site.passwords[NAME]}
        self._login["csrfmiddlewaretoken"] = form.text.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]

    @property
    def _start(self) -> str:
        return f"/quiz/{self._target.quiz}/start/"

    def all(self) -> list[Answer]:
        """Send one of each."""
        return [ask(self._port, self._start, {}), *self.kept()]

    def kept(self) -> list[Answer]:
        """Send one of each that the site would keep; starting a quiz keeps nothing."""
        beacon = self._target.beacon(uuid4().hex)
        useful = {name: beacon[name] for name in ("page", "revision", "step", "stamp")}
        answer = {"submission": str(uuid4()), "option": self._target.option}
        return [
            ask(self._port, "/m", beacon),
            ask(self._port, "/nuttig/", {**useful, "useful": "yes"}),
            ask(self._port, self._begun, answer),
            ask(self._port, LOGIN, self._login, cookies=self._cookie),
        ]


def came_through(name: str, readers: Readers) -> Finding:
    wrong = f"; niet goed: {readers.bad}" if readers.bad else ""
    return found(f"database {name}: {readers}{wrong}", "100 %", readers.are_all_served and readers.asked > 0)


def refused(name: str, answers: Sequence[Answer]) -> Finding:
    statuses = sorted({answer.status for answer in answers})
    slowest = max(answer.seconds for answer in answers)
    kind = all("probeer" in answer.text or "te druk" in answer.text for answer in answers)
    traced = any("Traceback" in answer.text for answer in answers)
    seen = f"database {name}: {len(answers)} keer iets gestuurd, beantwoord met {statuses}, traagste {slowest:.2f} s"
    is_good = statuses == [503] and slowest < SECONDS_TO_REFUSE and kind and not traced
    return found(seen, f"503 met een vriendelijke zin, binnen {SECONDS_TO_REFUSE} s", is_good)


def works_again(site: Installation, writers: Writers) -> Finding:
    """Tell how long after the database came back something new of each kind is taken, and search works."""
    before = {kind: len(numbers) for kind, numbers in writers.ledger.taken.items()}

    def waiting() -> list[str]:
        return [kind for kind in TAKEN if len(writers.ledger.taken[kind]) == before[kind]]

    took = seconds_until(lambda: not waiting(), SECONDS_TO_WORK_AGAIN)
    search = ask(site.port, "/zoeken/?q=melden").status
    how = f"niet weer: {waiting()}, laatst {writers.ledger.last_refusal}" if took is None else f"na {took:.1f} s weer"
    asked = f"binnen {SECONDS_TO_WORK_AGAIN} s, zonder herstart"
    return found(f"database terug: alles werkt {how}; zoeken: {search}", asked, took is not None and search == 200)
