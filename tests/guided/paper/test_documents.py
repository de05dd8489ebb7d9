import re

import pytest
from django.test import Client
from django.urls import reverse

from campagne.contacts.models import ReportChannel
from campagne.guided.joining.seats import make_seats
from campagne.guided.leading.ticket import board_url
from campagne.guided.paper import documents
from campagne.guided.paper.documents import BY_KIND, DOCUMENTS, html_of, presenter_card_pdf
from campagne.guided.taking_part.asking import asked
from campagne.sheets.pdf import CannotPrint
from tests.guided.paper.conftest import leader
from tests.quiz.conftest import options, published
from tests.quiz.measured import STEMS
from tests.sheets.inflated import inflated

pytestmark = pytest.mark.django_db


def text_of(session, kind: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html_of(session, BY_KIND[kind])))


def test_every_document_is_a_tagged_pdf(planned):
    session = planned.session
    make_seats(session, 2)
    session.expected = 1

    made = [documents.pdf(session, document) for document in DOCUMENTS] + [presenter_card_pdf(session, "ABCDEFGH2345")]

    for content in made:
        assert content.startswith(b"%PDF")
        assert all(mark in inflated(content) for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (nl)"))


def test_the_booklet_asks_everything_and_tells_nothing(planned):
    text = text_of(planned.session, "vragenboekje")

    assert [text.count(stem) for stem in (*STEMS, "Om te oefenen?")] == [2, 2, 2, 1]
    assert "Geheim" not in text
    assert "A Ja B Nee C Misschien" in text
    assert "quizversie 1" in html_of(planned.session, BY_KIND["vragenboekje"])


def test_a_sheet_has_a_row_for_everything_asked_a_number_and_no_name(planned):
    html = html_of(planned.session, BY_KIND["antwoordbladen"])

    first = html.split('<section class="sheet')[1]
    assert re.findall(r'<th scope="row">(\d)</th>', first) == list("2346789")
    assert re.findall(r"<caption>(.*?)</caption>", first) == ["Vóór de les", "Tijdens de les", "Na de les"]
    assert len(re.findall(r"Blad <strong>", html)) == planned.session.expected
    assert "kaart met een plaatje" not in html


def test_the_key_tells_what_is_right_once_for_both_measurings(planned):
    text = text_of(planned.session, "antwoorden")

    assert f"Vraag 2 en 7. {STEMS[0]} Goed: B" in text
    assert f"Vraag 3 en 8. {STEMS[1]} Goed: A en C" in text
    assert f"Vraag 4 en 9. {STEMS[2]} Geen goed of fout." in text
    assert "Alleen voor de begeleider" in text


def test_the_guide_says_what_to_say_and_how_long_it_takes(planned):
    text = text_of(planned.session, "draaiboek")

    assert "Hang op 5 minuten; rustig aan 9 Doel Durven ophangen. Zeg ‘U mag altijd ophangen.’" in text


def test_a_question_of_order_has_the_same_letters_on_paper_as_on_screens(planned, module):
    order = published("Wat eerst?", kind="order", offer=options(texts=("Een", "Twee", "Drie")))
    module.quiz.parts.add(module.quiz.parts.model(question=order, sort_order=30))
    module.quiz.save()
    session = planned.session
    place = len(session.lesson.parts)

    text = text_of(session, "vragenboekje")

    shown = [choice.label for choice in asked(session, place).form.choices]
    assert " ".join(f"{letter} {label}" for letter, label in zip("ABC", shown, strict=True)) in text


def test_a_message_to_judge_is_marked_as_practice_with_who_it_is_from(planned, module):
    message = {"message_channel": "sms", "message_sender": "Onbekend", "message_body": "Hoi mam, bel je?"}
    module.quiz.parts.add(module.quiz.parts.model(question=published("Wat doet u?", **message), sort_order=30))
    module.quiz.save()

    text = text_of(planned.session, "vragenboekje")

    assert "Wat doet u? Oefenbericht Sms van Onbekend Hoi mam, bel je?" in text


def test_seat_cards_carry_their_own_way_in(planned):
    seats = make_seats(planned.session, 3)

    text = text_of(planned.session, "plaatskaarten")

    for seat in seats:
        assert seat.words in text
        assert seat.digits in text


def test_the_card_to_take_home_has_the_contacts_of_the_quiz(planned, module):
    first = ReportChannel.objects.create(
        name="Hulplijn", slug="hulplijn", code="anders", phone="0800-1234", purpose="A"
    )
    module.quiz.channels.set([first])

    text = text_of(planned.session, "wat-doe-ik-als")

    assert text.count("0800-1234") == 2


def test_a_print_is_shown_in_the_browser_kept_by_no_cache_and_has_a_name(planned):
    response = leader(planned).gets("print", "draaiboek")

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="draaiboek-eerst-ophangen.pdf"'
    assert response["Cache-Control"] == "no-store"


def test_what_cannot_be_printed_is_told_in_words(planned, monkeypatch):
    presenter = leader(planned)

    assert presenter.gets("print", "geheimen").status_code == 404
    assert presenter.gets("print", "plaatskaarten").status_code == 409
    monkeypatch.setattr("campagne.guided.paper.views.pdf", missing)
    response = presenter.gets("print", "draaiboek")
    assert response.status_code == 503
    assert "sudo apt-get install" in response.content.decode()


def missing(*args):
    raise CannotPrint("Printen kan nu niet.", "Verwacht: Pango.", "Debian: sudo apt-get install libpango-1.0-0.")


def test_seat_cards_are_made_where_they_are_printed(planned):
    presenter = leader(planned)
    before = presenter.gets("paper").content.decode()

    presenter.posts("paper", {})

    assert "Maak 8 plaatskaarten" in before
    assert planned.session.seats.count() == 8
    assert presenter.url("print", "plaatskaarten").rsplit("/", 1)[1] in presenter.gets("paper").content.decode()


def test_what_participants_and_the_board_receive_opens_none_of_this(planned):
    signed = board_url(planned.session).rstrip("/").rsplit("/", 1)[1]
    for name in ("paper", "entry", "second_entry"):
        for value in (signed, planned.session.join_key, planned.session.poll_key):
            assert Client().get(reverse(f"guided:{name}", args=[value])).status_code == 404
