"""Answers of a month, question by question: who came alone and who came in groups apart."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from campagne.measurement.models import PublishedFigure, PublishedMonth
from campagne.measurement.public.answers import public_answers
from campagne.measurement.public.freezing import freeze_month
from campagne.measurement.public.shown import shown_tables
from campagne.quiz.models import Attempt
from tests.measurement.dashboard.conftest import answer, published_question  # noqa: F401
from tests.measurement.public.conftest import FEBRUARY, THIRD_OF_MARCH

pytestmark = pytest.mark.django_db
A_DAY_OF_FEBRUARY = datetime(2027, 2, 14, 12, tzinfo=UTC)


@pytest.fixture
def answered(region, answer):  # noqa: F811
    """Answer in February, alone or in a group: `answered(question, right=30, cluster="a")`."""

    def give(question, *, cluster: str = "", at: datetime = A_DAY_OF_FEBRUARY, **counts) -> None:
        before = set(Attempt.objects.values_list("pk", flat=True))
        answer(question, **counts)
        Attempt.objects.exclude(pk__in=before).update(cluster=cluster, started_at=at)

    return give


def frozen() -> PublishedMonth:
    freeze_month(FEBRUARY, THIRD_OF_MARCH)
    return PublishedMonth.objects.get()


def told(table: str) -> dict[str, list[str]]:
    """What a table shows: the words of its cells by the name of its row."""
    [shown] = [each for each in shown_tables(frozen()) if each.table.code == table]
    return {row.label: [cell.words for cell in row.cells] for row in shown.lines}


def test_a_share_is_told_from_30_and_apart_for_who_came_in_groups(answered, published_question):  # noqa: F811
    question = published_question("Uw bank belt?")
    answered(question, right=25, wrong=13)
    for cluster in "abc":
        answered(question, right=6, wrong=6, cluster=cluster)

    assert told("goed") == {
        "Uw bank belt?": [
            "66 van de 100 (50 tot 79), bij 40 antwoorden",
            "50 van de 100 (31 tot 69), bij 35 antwoorden",
        ]
    }


def test_one_group_alone_is_not_told_however_large_it_is(answered, published_question):  # noqa: F811
    question = published_question("Uw bank belt?")
    answered(question, right=25, wrong=15)
    answered(question, right=20, wrong=20, cluster="a")

    assert told("goed")["Uw bank belt?"][1] == "niet getoond"


def test_too_few_answers_are_not_told_and_the_sentence_says_so(answered, published_question):  # noqa: F811
    answered(published_question("Uw bank belt?"), right=20, wrong=9)

    sentence = public_answers(frozen())[2].sentence

    assert sentence == "Bij 1 vraag waren er te weinig antwoorden om te tonen."


def test_answers_of_another_month_are_not_of_this_one(answered, published_question):  # noqa: F811
    answered(published_question("Uw bank belt?"), right=40, at=datetime(2027, 3, 1, 12, tzinfo=UTC))

    assert told("goed") == {}


def test_all_answers_to_a_question_about_an_intention_are_told_or_none(answered, published_question):  # noqa: F811
    enough, all_alike = (
        published_question(stem, construct="meldintentie", kind="single") for stem in ("Meldt u?", "Belt u?")
    )
    answered(enough, right=25, wrong=15)
    answered(all_alike, right=40)

    assert told("voornemen") == {
        "Meldt u? ophangen": ["63 van de 100 (47 tot 76), bij 40 antwoorden", "niet getoond"],
        "Meldt u? betalen": ["38 van de 100 (24 tot 53), bij 40 antwoorden", "niet getoond"],
        "Meldt u? Weet ik niet": ["0 van de 100 (0 tot 9), bij 40 antwoorden", "niet getoond"],
    }


def test_what_was_answered_can_be_recomputed(answered, published_question, capsys):  # noqa: F811
    answered(published_question("Uw bank belt?"), right=25, wrong=15)
    figure = PublishedFigure.objects.get(month=frozen(), table="goed", column="alleen")

    call_command("recompute_figure", "goed", figure.row, "alleen", "--month=2027-02")

    assert capsys.readouterr().out == "Gelijk.\n"
