"""What can be printed of a session: each document from one version of the quiz, with its name and what it is for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from campagne.contacts.models import ReportChannel
from campagne.guided.codes import in_fours
from campagne.guided.joining.seats import SeatCard
from campagne.guided.paper.contents import key_of, parts_of, question_sections, rows_of
from campagne.guided.sessions.lesson import current_quiz
from campagne.guided.sessions.script import minutes_of
from campagne.guided.sessions.session import GuidedSession
from campagne.media.own_files import own_file, print_style
from campagne.sheets.pdf import pdf_of
from campagne.sheets.qr import qr_svg, spoken

MOST_CHANNELS = 4
STYLESHEET = "css/print_paper.css"


@dataclass(frozen=True)
class Document:
    """One thing to print. `needs` says what must be there first: "quiz", "seats" or "" for nothing."""

    kind: str
    title: str
    purpose: str
    copies: str
    template: str
    fill: Callable[[GuidedSession], dict[str, Any]]
    needs: str = ""


def pdf(session: GuidedSession, document: Document) -> bytes:
    """Print a document of a session. Raises CannotPrint if Pango is missing."""
    return _pdf(html_of(session, document))


def html_of(session: GuidedSession, document: Document) -> str:
    """A document before it is put on pages."""
    return _html(session, document.title, document.template, document.fill(session))


def presenter_card_pdf(session: GuidedSession, secret: str) -> bytes:
    """Print a presenter's card, at the only moment that its secret is known. Raises CannotPrint."""
    address = settings.SITE_URL + reverse("guided:presenter_card", args=[secret])
    filled = {
        "secret": in_fours(secret),
        "door": spoken(settings.SITE_URL + reverse("guided:presenter_door")),
        "qr": qr_svg(address, "QR-code: open de les als begeleider"),
        "meetings": list(session.meetings.all()),
    }
    return _pdf(_html(session, "Begeleiderskaart", "presenter_card", filled))


def _pdf(html: str) -> bytes:
    return pdf_of(html, stylesheets=[print_style(STYLESHEET)], fetch=own_file, site=settings.SITE_URL)


def _html(session: GuidedSession, title: str, template: str, filled: dict[str, Any]) -> str:
    version = session.quiz_version or current_quiz(session.module)
    context = {
        "session": session,
        "title": title,
        "version": version.number if version else None,
        "first": session.meetings.first(),
        **filled,
    }
    return render_to_string(f"guided/print/{template}.html", context)


def _booklet(session: GuidedSession) -> dict[str, Any]:
    return {"parts": parts_of(session)}


def _answer_sheets(session: GuidedSession) -> dict[str, Any]:
    return {
        "sheets": range(1, session.expected + 1),
        "sections": question_sections(session),
        "rows": len(rows_of(session)),
        "has_seats": session.seats.exists(),
    }


def _key(session: GuidedSession) -> dict[str, Any]:
    return {"entries": key_of(session)}


def _guide(session: GuidedSession) -> dict[str, Any]:
    minutes, slow_minutes = minutes_of(session.script)
    return {"script": session.script, "minutes": minutes, "slow_minutes": slow_minutes}


def _seats(session: GuidedSession) -> dict[str, Any]:
    return {"cards": [(seat, seat.svg(), _seat_qr(seat)) for seat in session.seats.all()]}


def _seat_qr(seat: SeatCard) -> str:
    address = settings.SITE_URL + reverse("guided:seat", args=[seat.key])
    return qr_svg(address, f"QR-code van de kaart {seat.words}")


def _take_home(session: GuidedSession) -> dict[str, Any]:
    """The contacts of the quiz; without those the urgent ones and the first of the region."""
    offered = ReportChannel.objects.offered_in(session.location.municipality)
    quiz = session.module.quiz
    chosen = list(quiz.channels.all()) if quiz else []
    urgent = [channel for channel in offered if channel.is_urgent and channel not in chosen]
    return {"channels": [*urgent[:1], *(chosen or list(offered.exclude(is_urgent=True)))][:MOST_CHANNELS]}


DOCUMENTS = (
    Document(
        "vragenboekje",
        "Vragenboekje",
        "De vragen met de antwoorden A, B, C, in grote letters. Voor wie liever op papier leest.",
        "Eén voor iedereen die op papier meedoet",
        "booklet",
        _booklet,
        "quiz",
    ),
    Document(
        "antwoordbladen",
        "Antwoordbladen",
        "Eén bladzijde per persoon, met een nummer en zonder naam. Na de les typt u ze over.",
        "Eén keer printen: elk blad heeft een eigen nummer",
        "answer_sheets",
        _answer_sheets,
        "quiz",
    ),
    Document(
        "antwoorden",
        "Goede antwoorden",
        "De goede antwoorden met uitleg. Alleen voor u: laat dit blad niet liggen.",
        "Eén per begeleider",
        "answer_key",
        _key,
        "quiz",
    ),
    Document(
        "draaiboek",
        "Draaiboek",
        "Stap voor stap: het doel, wat u zegt, hoe lang het duurt en waar u op let.",
        "Eén per begeleider",
        "guide",
        _guide,
    ),
    Document(
        "plaatskaarten",
        "Plaatskaarten",
        "Een kaart met een plaatje en een nummer. Daarmee gaat iemand verder op een andere tablet, of een andere dag.",
        "Eén keer printen en knippen: elke kaart is anders",
        "seats",
        _seats,
        "seats",
    ),
    Document(
        "wat-doe-ik-als",
        "Wat doe ik als …",
        "Een kaart om mee naar huis te nemen, met wie u kunt bellen. Twee op een vel.",
        "Eén voor iedereen",
        "take_home",
        _take_home,
    ),
)
BY_KIND = {document.kind: document for document in DOCUMENTS}
