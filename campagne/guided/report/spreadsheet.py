"""The figures of one session as lines of a sheet; each says what it is, of when and where, and what it does not say."""

from collections.abc import Iterator

from django.utils import timezone

from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.notation import day_label
from campagne.guided.report.session_report import SessionReport
from campagne.guided.report.told import Told
from campagne.sheets.cells import Cell

HEADER = (
    "wat", "onderwerp", "aantal", "van", "eenheid", "in woorden", "marge", "eerste dag", "laatste dag", "les", "groep",
    "locatie", "bibliotheek", "gemeente", "versie van de les", "versie van de quiz", "bron", "wat het niet zegt",
)  # fmt: skip
DEMO_SOURCE = "demogegevens, niet echt"


def report_rows(report: SessionReport, *, is_demo: bool) -> Iterator[list[Cell]]:
    """Yield the rows below `HEADER`: the meetings one by one, every figure of the page, and what was remarked."""
    where = _where(report)
    for number, (day, told) in enumerate(report.meetings, start=1):
        subject = f"bijeenkomst {number}, {day_label(day, with_year=True)}"
        yield _row(told, subject, where, is_demo=is_demo)
    for told in report.rows:
        yield _row(told, told.subject, where, is_demo=is_demo)
    if report.session.remarks:
        yield ["Bijzonderheden", "", "", "", "", report.session.remarks, "", *where, "opgeschreven door het team", ""]


def count_cells(outcome: Outcome | None) -> list[Cell]:
    """The count and its whole; of a withheld figure only the reason, and of one nobody filled in that it is unknown."""
    if outcome is None:
        return [None, ""]
    if not isinstance(outcome, Shown):
        return [str(outcome), ""]
    return [outcome.count, "" if outcome.n is None else outcome.n]


def _row(told: Told, subject: str, where: list[Cell], *, is_demo: bool) -> list[Cell]:
    meaning = told.meaning
    source = DEMO_SOURCE if is_demo else meaning.source
    about: list[Cell] = [meaning.name, subject, *count_cells(told.outcome), meaning.unit, told.words, told.margin]
    return [*about, *where, source, meaning.caveat]


def _where(report: SessionReport) -> list[Cell]:
    """When and where it was, and which versions of lesson and quiz the group got."""
    session = report.session
    revision, quiz = session.module_revision, session.quiz_version
    return [
        report.first_day,
        report.last_day,
        session.title,
        session.group_name,
        session.location.name,
        session.location.library.name,
        session.location.municipality.name,
        timezone.localdate(revision.created_at) if revision else "",
        quiz.number if quiz else "",
    ]
