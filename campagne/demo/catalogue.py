"""Everything the demo region consists of, read from its files into frozen dataclasses.

Pure: it knows the files and nothing of the database. Names that refer to something are checked in
`references`; what comes out of `read_catalogue` fits together.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campagne.demo.blocks import Block
from campagne.demo.earlier import EarlierEntry
from campagne.demo.entry import Variety, read_file

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
class StepEntry:
    """One step of a module."""

    title: str
    body: tuple[Block, ...]


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
    pass


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
class OptionEntry:
    """A possible answer; `right` is None where no answer is wrong.

    One that `reports_to` a contact is called as that contact is. In an order the answers stand in the right order.
    """

    key: str
    text: str
    explanation: str
    right: bool | None = None
    reports_to: str = ""
    easy_text: str = ""
    easy_explanation: str = ""


@dataclass(frozen=True)
class MessageEntry:
    """The practice message a question is about."""

    channel: str
    sender: str
    body: str


@dataclass(frozen=True)
class SpotEntry:
    """A place on the drawing of a message, in percent from the left and the top."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class QuestionEntry:
    """A question; whether a message is "real" or "fake" is the `truth`, and then there are no options."""

    id: str
    construct: str
    kind: str
    stem: str
    explanation: str
    options: tuple[OptionEntry, ...] = ()
    message: MessageEntry | None = None
    drawing: str = ""
    vignette: str = ""
    truth: str = ""
    spots: tuple[SpotEntry, ...] = ()
    easy_stem: str = ""
    easy_explanation: str = ""
    earlier: EarlierEntry | None = None


@dataclass(frozen=True)
class PartEntry:
    """A part of the plan of a quiz; which question it asks is told by its id."""

    block: str
    question: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class QuizEntry:
    """A quiz; without parts its questions are all to practise, in their order."""

    slug: str
    title: str
    intro: str
    theme: str
    groups: tuple[str, ...]
    municipality: str
    channels: tuple[str, ...]
    reviewed_on: date
    questions: tuple[QuestionEntry, ...]
    parts: tuple[PartEntry, ...] = ()


@dataclass(frozen=True)
class SiteEntry:
    """What the front page, the statements and the settings say."""

    headline: str
    lead: str
    sender: str
    contact_email: str
    security_email: str
    accessibility: "AccessibilityEntry"
    reporting: tuple[Block, ...]


@dataclass(frozen=True)
class AccessibilityEntry:
    reviewed_on: date
    contact: str
    deviations: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Catalogue:
    """The whole demo region, in the order in which things are put."""

    region: RegionEntry
    site: SiteEntry
    contacts: tuple[ContactEntry, ...]
    drawings: tuple[DrawingEntry, ...]
    pages: tuple[PageEntry, ...]
    quizzes: tuple[QuizEntry, ...]


def read_catalogue(folder: Path = FOLDER) -> Catalogue:
    """Read every file of the demo. Raises BadEntry at the first thing that is not as it should be."""
    region = read_file(RegionEntry, folder / "region.toml")
    themes = {theme.slug: theme.order for theme in region.themes}
    groups = {group.slug: group.order for group in region.groups}

    def place(entry: PageEntry | QuizEntry) -> tuple[int, int, str]:
        return (
            themes.get(entry.theme, 99),
            min((groups.get(group, 99) for group in entry.groups), default=99),
            entry.slug,
        )

    return Catalogue(
        region=region,
        site=read_file(SiteEntry, folder / "site.toml"),
        contacts=read_file(Contacts, folder / "contacts.toml").contacts,
        drawings=read_file(Drawings, folder / "drawings.toml").drawings,
        pages=tuple(sorted((read_file(PageEntry, file) for file in (folder / "pages").glob("*.toml")), key=place)),
        quizzes=tuple(sorted((read_file(QuizEntry, file) for file in (folder / "quizzes").glob("*.toml")), key=place)),
    )
