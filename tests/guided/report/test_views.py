from dataclasses import replace

import pytest
from django.contrib.auth.models import Group
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from campagne.guided.leading.cards import make_card
from campagne.guided.leading.ticket import ticket_of_card, ticket_of_user
from campagne.guided.models import GuidedSession
from campagne.guided.report.session_report import Hands, report_of
from campagne.guided.report.views import STYLESHEET
from campagne.media.own_files import print_style
from campagne.sheets.pdf import A4, renderer
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
SCREENS = ("report", "report_pdf", "report_csv")


@pytest.fixture
def ticket(running):
    card, _ = make_card(running.session, timezone.now())
    return ticket_of_card(card, timezone.now())


def body(response) -> bytes:
    return response.getvalue() if response.streaming else response.content


def test_a_volunteer_with_a_card_reads_prints_and_takes_the_report_along(client, running, attend, ticket):
    attend(running, 6, "2", "2")

    page, pdf, sheet = (client.get(ticket.url(name)) for name in SCREENS)

    assert "Eén groep: dit zegt niets over anderen." in page.content.decode()
    assert "Bibliotheek Stein" in page.content.decode()
    assert pdf.content.startswith(b"%PDF-1.7")
    assert body(sheet).decode().startswith("\ufeffwat;onderwerp;aantal;van;")
    assert {response["Cache-Control"] for response in (page, pdf, sheet)} == {"no-store"}
    assert not client.cookies


@pytest.mark.parametrize("name", SCREENS)
def test_nobody_reads_another_sessions_report_or_with_a_withdrawn_card(client, running, ticket, name, library, module):
    other = GuidedSession.objects.create(location=library.locations.get(), module=module, title="Geheim")
    stranger = ticket_of_user(other, make_user("vreemde", Group.objects.get(name="Lezer")), timezone.now())
    running.session.cards.update(revoked_at=timezone.now())

    assert client.get(ticket.url(name)).status_code == 410
    assert client.get(stranger.url(name)).status_code == 410
    assert client.get(reverse(f"guided:{name}", args=["verzonnen"])).status_code == 404


def test_a_report_that_is_sent_something_says_so_in_words_of_the_lesson(client, ticket):
    answer = client.post(ticket.url("report"))

    assert answer.status_code == 405
    assert "Ga terug naar de les" in answer.content.decode()


def test_an_empty_session_has_a_report_that_says_what_is_not_known(client, planned, ticket_of_planned):
    page = client.get(ticket_of_planned.url("report")).content.decode()

    assert "nog niet gehouden" in page
    assert "nog niet ingevuld" in page
    assert "te weinig pogingen" in page


@pytest.fixture
def ticket_of_planned(planned):
    card, _ = make_card(planned.session, timezone.now())
    return ticket_of_card(card, timezone.now())


def test_the_report_of_a_full_session_is_one_sheet(running, attend):
    attend(running, 12, "2", "2")
    told = report_of(running.session)
    answers = tuple((f"Een lang antwoord {n}", told.people[0]) for n in range(4))
    hands = (Hands("Een vraag die lang genoeg is voor twee regels op papier, en zo echt is?", "oefenvraag", answers),)
    full = replace(told, learned=(told.learned * 3)[:8], hands=hands * 5)
    page = render_to_string("guided/report/print.html", {"report": full, "session": full.session})

    printed = (
        renderer()
        .HTML(string=page)
        .render(stylesheets=[renderer().CSS(string=sheet) for sheet in (A4, print_style(STYLESHEET))])
    )

    assert len(printed.pages) == 1


def test_a_certificate_is_the_same_for_everybody_and_its_field_is_sent_by_no_form(client, module):
    page = client.get(reverse("guided:certificate_of", args=[module.slug])).content.decode()

    field = page[page.index("<input", page.index("naam-op-bewijs") - 80) :].split(">")[0]
    before = page[: page.index(field)]
    assert " name=" not in field
    assert " form=" not in field
    assert before.count("<form") == before.count("</form>")
    assert module.title in page
    assert "Schrijf uw naam op de lijn" in page
    assert not client.cookies


def test_a_certificate_names_only_modules_that_anybody_can_read(client, module):
    module.unpublish()

    assert client.get(reverse("guided:certificate_of", args=[module.slug])).status_code == 404
    assert module.title not in client.get(reverse("guided:certificate")).content.decode()
