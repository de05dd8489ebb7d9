"""Everything the demo region consists of, read from its files into frozen dataclasses.

Pure: it knows the files and nothing of the database. Names that refer to something are checked in
`references`; what comes out of `read_catalogue` fits together.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campagne.demo.activity_entries import Activities, ActivityEntry
from campagne.demo.blocks import Block
from campagne.demo.easy_entries import EasyEntries, EasyEntry
from campagne.demo.entrance_entries import EntranceEntry, Entrances
from campagne.demo.entry import Variety, read_file
from campagne.demo.evaluation_entries import EvaluationEntry, Evaluations
from campagne.demo.event_entries import EventEntry, Events
from campagne.demo.guide_entries import GuideEntry, read_guide
from campagne.demo.plan_entries import PlansEntry
from campagne.demo.quiz_entries import QuizEntry
from campagne.demo.ready_entries import ActEntry, ReadyEntry, TranslationEntry
from campagne.demo.site_entries import SiteEntry

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class MunicipalityEntry:
    name: str
    slug: str
    intro: str
    drawing: str = ""
    body: tuple[Block, ...] = ()


@dataclass(frozen=True)
class ThemeEntry:
    name: str
    slug: str
    goal: str
    summary: str
    intro: str
    sign: str
    order: int


@dataclass(frozen=True)
class GroupEntry:
    name: str
    slug: str
    self_description: str
    invitation: str
    reading_level: str
    is_red_thread: bool
    is_sensitive: bool
    sign: str
    order: int
    municipality: str = ""


@dataclass(frozen=True)
class RegionEntry:
    name: str
    site_name: str
    municipalities: tuple[MunicipalityEntry, ...]
    themes: tuple[ThemeEntry, ...]
    groups: tuple[GroupEntry, ...]


@dataclass(frozen=True)
class ContactEntry:
    slug: str
    name: str
    code: str
    phone: str
    url: str
    purpose: str
    hours: str
    languages: tuple[str, ...]
    is_urgent: bool
    source_url: str
    checked_on: date | None = None


@dataclass(frozen=True)
class Contacts:
    contacts: tuple[ContactEntry, ...]


@dataclass(frozen=True)
class DrawingEntry:
    slug: str
    title: str
    description: str


@dataclass(frozen=True)
class Drawings:
    drawings: tuple[DrawingEntry, ...]


@dataclass(frozen=True)
class SourceEntry:
    title: str
    url: str


@dataclass(frozen=True)
class GuidanceEntry:
    """What a presenter reads at a step."""

    aim: str
    say: str
    minutes: int
    pitfalls: str


@dataclass(frozen=True)
class StepEntry:
    """One step of a module."""

    title: str
    body: tuple[Block, ...]
    guidance: GuidanceEntry | None = None


@dataclass(frozen=True)
class PageEntry(Variety, told_by="type"):
    slug: str
    title: str
    summary: str
    search_description: str
    theme: str
    groups: tuple[str, ...]
    municipality: str
    drawing: str
    reviewed_on: date
    sources: tuple[SourceEntry, ...]
    body: tuple[Block, ...]
    next_step: tuple[Block, ...]


@dataclass(frozen=True)
class ArticleEntry(PageEntry, kind="article"):
    pass


@dataclass(frozen=True)
class InstructionEntry(PageEntry, kind="instruction"):
    scenario: str = ""
    acts: tuple[ActEntry, ...] = ()
    texts: tuple[TranslationEntry, ...] = ()
    verified_on: date | None = None
    verify_before: date | None = None


@dataclass(frozen=True)
class ModuleEntry(PageEntry, kind="module"):
    steps: tuple[StepEntry, ...]
    quiz: str


@dataclass(frozen=True)
class CampaignEntry(PageEntry, kind="campaign"):
    goal: str
    level: str
    starts_on: date
    ends_on: date
    modules: tuple[str, ...]
    quiz: str


@dataclass(frozen=True)
class LocationEntry:
    slug: str
    name: str
    municipality: str


@dataclass(frozen=True)
class PlannedEntry:
    """A guided session that is planned; the days are counted from the day of loading, the time is Dutch."""

    module: str
    location: str
    form: str
    group_name: str
    groups: tuple[str, ...]
    expected: int
    devices: int
    days: tuple[int, ...]
    hour: int
    minute: int
    remarks: str = ""


@dataclass(frozen=True)
class LibraryEntry:
    """A library that is made up, where it holds sessions, and which are planned."""

    name: str
    locations: tuple[LocationEntry, ...]
    sessions: tuple[PlannedEntry, ...]


@dataclass(frozen=True)
class Catalogue:
    """The whole demo region, in the order in which things are put."""

    region: RegionEntry
    site: SiteEntry
    contacts: tuple[ContactEntry, ...]
    drawings: tuple[DrawingEntry, ...]
    pages: tuple[PageEntry, ...]
    easy: tuple[EasyEntry, ...]
    quizzes: tuple[QuizEntry, ...]
    library: LibraryEntry
    ready: ReadyEntry
    guide: GuideEntry
    plans: PlansEntry
    activities: tuple[ActivityEntry, ...]
    entrances: tuple[EntranceEntry, ...]
    events: tuple[EventEntry, ...]
    evaluations: tuple[EvaluationEntry, ...]


def read_catalogue(folder: Path = FOLDER) -> Catalogue:
    """Read every file of the demo. Raises BadEntry at the first thing that is not as it should be."""
    region = read_file(RegionEntry, folder / "region.toml")
    themes = {theme.slug: theme.order for theme in region.themes}
    groups = {group.slug: group.order for group in region.groups}

    def place(entry: PageEntry | QuizEntry) -> tuple[int, int, str]:
        first = min((groups.get(group, 99) for group in entry.groups), default=99)
        return themes.get(entry.theme, 99), first, entry.slug

    return Catalogue(
        region=region,
        site=read_file(SiteEntry, folder / "site.toml"),
        contacts=read_file(Contacts, folder / "contacts.toml").contacts,
        drawings=read_file(Drawings, folder / "drawings.toml").drawings,
        easy=read_file(EasyEntries, folder / "easy.toml").texts,
        pages=tuple(sorted((read_file(PageEntry, file) for file in (folder / "pages").glob("*.toml")), key=place)),
        quizzes=tuple(sorted((read_file(QuizEntry, file) for file in (folder / "quizzes").glob("*.toml")), key=place)),
        library=read_file(LibraryEntry, folder / "library.toml"),
        ready=read_file(ReadyEntry, folder / "ready.toml"),
        guide=read_guide(folder / "report_guide"),
        plans=read_file(PlansEntry, folder / "action_plan.toml"),
        activities=read_file(Activities, folder / "activities.toml").activities,
        entrances=read_file(Entrances, folder / "entrances.toml").entrances,
        events=read_file(Events, folder / "events.toml").events,
        evaluations=read_file(Evaluations, folder / "evaluations.toml").evaluations,
    )
