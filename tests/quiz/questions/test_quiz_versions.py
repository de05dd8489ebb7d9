"""An editor puts a plan together, and people take it as it was then."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campagne.quiz.models import Quiz, QuizPart
from campagne.quiz.questions.plan import Block, Item
from tests.quiz.conftest import options, published, quiz_of, republished

pytestmark = pytest.mark.django_db
QUIZ = "wagtailsnippets_quiz_quiz"


def planned(*parts: QuizPart, slug: str = "codes") -> Quiz:
    quiz = Quiz(title="Codes", slug=slug)
    for order, part in enumerate(parts):
        part.sort_order = order
    quiz.parts = list(parts)
    quiz.save()
    return quiz


def measuring(*questions, text: str = "Geef nooit een code.") -> Quiz:
    before = [QuizPart(block=Block.MEASURE_PRE.value, question=question) for question in questions]
    lesson = QuizPart(block=Block.INFO.value, title="Codes", text=text)
    return planned(*before, lesson, QuizPart(block=Block.MEASURE_POST.value))


def posted(client, *rows: dict):
    parts = inline_formset([{"title": "", "text": "", "question": "", **row, "ORDER": n} for n, row in enumerate(rows)])
    form = nested_form_data({"title": "Quiz", "slug": "quiz", "municipality": "", "parts": parts})
    return client.post(reverse(f"{QUIZ}:add"), form).content.decode()


def test_a_version_holds_the_whole_plan_and_asks_what_was_measured_again(home):
    one, two = published("Eén?"), published("Twee?", construct="vertrouwen", offer=options())
    version = measuring(one, two).current_version
    first, second = (question.versions.get().pk for question in (one, two))

    assert version.plan() == [
        Item(Block.MEASURE_PRE, first),
        Item(Block.MEASURE_PRE, second),
        Item(Block.INFO, None, "Codes", "Geef nooit een code."),
        Item(Block.MEASURE_POST, first),
        Item(Block.MEASURE_POST, second),
    ]
    assert (version.question_count, version.scored_count) == (4, 1)


def test_any_change_of_the_plan_makes_a_version_and_nothing_else_does(home):
    quiz = measuring(published("Eén?"))
    lesson = quiz.parts.get(block=Block.INFO.value)

    quiz.save()
    assert quiz.current_version.number == 1

    lesson.text = "Hang op."
    lesson.save()
    quiz.save()
    assert quiz.current_version.number == 2

    lesson.block = Block.DISCUSS.value
    lesson.save()
    assert quiz.renew_version().number == 3


def test_a_new_version_of_a_measured_question_comes_before_and_after(home):
    question = published("Eén?")
    quiz = measuring(question)

    newest = republished(question, stem="Een andere vraag?")

    assert [item.version for item in quiz.current_version.plan()] == [newest.pk, None, newest.pk]


def test_a_measured_question_that_is_taken_down_is_asked_neither_before_nor_after(home):
    one, two = published("Eén?"), published("Twee?")
    quiz = measuring(one, two)

    one.unpublish()

    kept = two.versions.get().pk
    assert [item.version for item in quiz.current_version.plan()] == [kept, None, kept]


@pytest.mark.parametrize(
    "part",
    [
        pytest.param({"block": "practice"}, id="no question"),
        pytest.param({"block": "measure_post"}, id="measured afterwards twice"),
    ],
)
def test_the_database_refuses_a_part_that_cannot_be(home, part):
    quiz = measuring(published("Eén?"))

    with pytest.raises(IntegrityError), transaction.atomic():
        QuizPart.objects.create(quiz=quiz, **part)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param([{"block": "practice"}], "Kies de vraag.", id="question missing"),
        pytest.param([{"block": "info"}], "Schrijf op wat iemand hier leest.", id="info without text"),
        pytest.param([{"block": "discuss"}], "Schrijf op wat iemand hier leest.", id="discussion without text"),
        pytest.param(
            [{"block": "info", "text": "Les", "question": 1}], "Bij dit onderdeel hoort geen vraag.", id="both"
        ),
        pytest.param(
            [{"block": "practice", "text": "Les", "question": 1}], "staan alleen bij uitleg", id="text unread"
        ),
        pytest.param([{"block": "vote", "question": 1}], "een vraag zonder goed of fout", id="vote with a key"),
        pytest.param([{"block": "measure_post"}], "Er staat geen meetvraag boven.", id="after without before"),
        pytest.param([{"block": "practice", "question": 1}] * 2, "staat er twee keer in", id="asked twice"),
        pytest.param(
            [
                {"block": "measure_pre", "question": 1},
                {"block": "practice", "question": 1},
                {"block": "measure_post"},
            ],
            "Na het oefenen is het antwoord bekend.",
            id="practised and measured",
        ),
    ],
)
def test_an_editor_reads_at_the_part_what_is_wrong(client, regional_editor, home, rows, words):
    client.force_login(regional_editor)
    question = published("Eén?")

    page = posted(client, *({**row, "question": question.pk} if "question" in row else row for row in rows))

    assert words in page
    assert not Quiz.objects.exists()


def test_an_editor_makes_a_quiz_that_measures(client, regional_editor, home):
    client.force_login(regional_editor)
    question = published("Hoe zeker bent u?", construct="vertrouwen", offer=options())

    posted(
        client,
        {"block": "measure_pre", "question": question.pk},
        {"block": "info", "title": "Codes", "text": "Geef nooit een code."},
        {"block": "measure_post"},
    )

    blocks = [item.block for item in Quiz.objects.get().current_version.plan()]
    assert blocks == [Block.MEASURE_PRE, Block.INFO, Block.MEASURE_POST]


def test_a_simple_quiz_asks_with_an_explanation(home):
    version = quiz_of(published("Eén?")).current_version

    assert [item.block for item in version.plan()] == [Block.PRACTICE]
