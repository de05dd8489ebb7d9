"""The history of a question shows every version and what made it another, to whose question it is."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campagne.quiz.models import Question
from campagne.quiz.questions.edits import Change
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of, republished
from tests.quiz.kinds import KINDS, published_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(beek, editor_of_beek) -> Question:
    """Four versions: the first, other words, a corrected key, and a cosmetic change."""
    question = published("Geheim van Beek?", offer=options(YES), municipality=beek)
    quiz = quiz_of(question, municipality=beek)
    republished(question, Change.SUBSTANTIVE, "Was onduidelijk.", by=editor_of_beek, stem="Geheim van Beek <b>&?")
    for _ in range(6):
        Taker().start(quiz).answer(1, NO)
    question.offer(options(NO))
    republished(question, Change.KEY, "Nee is goed.", by=editor_of_beek)
    republished(question, Change.COSMETIC, explanation="Korter.")
    return question


def address(question: Question) -> str:
    return reverse("wagtailsnippets_quiz_question:versions", args=[question.pk])


@pytest.fixture
def sections(client, editor_of_beek, question) -> list[str]:
    client.force_login(editor_of_beek)
    page = client.get(address(question)).content.decode()
    return [re.sub(r"\s+", " ", part) for part in re.findall(r"<section.*?</section>", page, re.DOTALL)]


def test_only_whose_question_it_is_reads_its_history(client, question, request):
    seen = {}
    for name in ("editor_of_stein", "editor_of_beek", "regional_editor"):
        client.force_login(request.getfixturevalue(name))
        response = client.get(address(question))
        seen[name] = response.status_code, "Geheim van Beek" in response.content.decode()

    assert seen == {"editor_of_stein": (302, False), "editor_of_beek": (200, True), "regional_editor": (200, True)}
    client.logout()
    assert client.get(address(question)).status_code == 302


def test_versions_stand_newest_first_with_their_kind_and_series(sections):
    kinds = [re.search(r"Reeks \d · [\w ]+", section)[0] for section in sections]

    assert kinds == [
        *("Reeks 2 · cosmetisch", "Reeks 2 · sleutel verbeterd", "Reeks 2 · inhoudelijk", "Reeks 1 · eerste versie"),
    ]


def test_it_says_who_why_and_how_many_answers(sections):
    newest, corrected, reworded, first = sections

    assert "Door: redacteur-beek. 6 antwoorden." in reworded
    assert "Waarom: Was onduidelijk." in reworded
    assert "Een ander oordeel kregen: 6 antwoorden." in corrected
    assert re.search(r"Goed was</strong></dt> <dd>Ja</dd> .*Goed is nu</strong></dt> <dd>Nee</dd>", corrected)
    assert "Waarom: Nee is goed." in corrected
    assert "Door: onbekend. Nog geen antwoorden." in first
    assert "Nog geen antwoorden." in newest


def test_what_came_and_went_is_marked_in_words_too(sections):
    newest, _, reworded, first = sections

    assert "<del>[weg: Geheim: geef nooit een code.]</del> <ins>[nieuw: Korter.]</ins>" in newest
    assert "Geheim van Beek" in reworded
    assert "<ins>[nieuw: <b>&]</ins>" in unescape(reworded)
    assert "<b>" not in reworded
    assert "<ins>" not in first
    assert "Geheime uitleg bij Ja" in first


def test_a_picture_is_called_by_its_title(client, regional_editor):
    question = published_draft(KINDS["real or fake on a picture"])
    client.force_login(regional_editor)

    page = client.get(address(question)).content.decode()

    assert "Sms (beeld" in page
    assert "1. Geheim: de afzender (10% van links, 20% van boven)" in page


def test_the_list_and_the_edit_screen_lead_to_it(client, editor_of_beek, question):
    client.force_login(editor_of_beek)

    for name, args in (("list", []), ("edit", [question.pk])):
        page = client.get(reverse(f"wagtailsnippets_quiz_question:{name}", args=args)).content.decode()
        assert address(question) in page


def test_what_was_never_published_has_no_history(client, regional_editor):
    client.force_login(regional_editor)
    draft = Question.objects.create(stem="Nog niet", live=False)

    assert "nog nooit gepubliceerd" in client.get(address(draft)).content.decode()


def test_the_history_takes_as_many_queries_however_long_it_is(client, editor_of_beek, question):
    client.force_login(editor_of_beek)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(address(question))
        return len([query for query in queries if re.search("quiz_(question|option)version", query["sql"])])

    before = asked()
    republished(question, Change.COSMETIC, explanation="Nog korter.")

    assert asked() == before == 2
