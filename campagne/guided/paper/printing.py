"""What a presenter may print of a session now, and what is missing where something may not."""

from dataclasses import dataclass

from django.utils.text import slugify

from campagne.guided.leading.ticket import PresenterTicket
from campagne.guided.paper.documents import DOCUMENTS, Document
from campagne.guided.sessions.lesson import current_quiz
from campagne.guided.sessions.session import GuidedSession
from campagne.serving.intake.refusals import Refusal
from campagne.sheets.pdf import CannotPrint

NO_QUIZ = "Bij deze les is geen quiz."
NO_SEATS = "Er zijn nog geen plaatskaarten gemaakt. Ga terug naar ‘Op papier’ en maak ze."


@dataclass(frozen=True)
class ToPrint:
    """One line of the list; `why_not` says what is missing, `url` is empty then."""

    document: Document
    url: str
    why_not: str


def printable(session: GuidedSession, document: Document) -> str:
    """Why a document cannot be printed yet; empty if it can."""
    if document.needs == "quiz" and not (session.quiz_version or current_quiz(session.module)):
        return NO_QUIZ
    if document.needs == "seats" and not session.seats.exists():
        return NO_SEATS
    return ""


def cannot_print(missing: CannotPrint) -> Refusal:
    """What a screen says where nothing can be printed."""
    what, *more = missing.args
    return Refusal(503, what, " ".join(more))


def to_print(session: GuidedSession, ticket: PresenterTicket) -> list[ToPrint]:
    made = []
    for document in DOCUMENTS:
        why_not = printable(session, document)
        url = "" if why_not else ticket.url("print", document.kind)
        made.append(ToPrint(document, url, why_not))
    return made


def file_name(session: GuidedSession, document: Document) -> str:
    """A name that tells two documents and two lessons apart among downloads: `antwoordbladen-eerst-ophangen.pdf`."""
    return f"{document.kind}-{slugify(session.title)[:60] or 'les'}.pdf"
