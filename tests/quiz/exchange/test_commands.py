"""Commands take a quiz along and bring it in again, and say what became of each question."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.models import Question, Quiz
from campagne.sheets.csv_file import read_csv
from tests.quiz.conftest import published, quiz_of
from tests.quiz.counted import attempted

pytestmark = pytest.mark.django_db


def said(*args, **options) -> str:
    out = StringIO()
    call_command(*args, **options, stdout=out)
    return out.getvalue()


def test_a_quiz_leaves_and_comes_back_twice_without_doubles(tmp_path, beek):
    quiz_of(published("Een?"))
    assert "Geschreven" in said("export_quiz", "codes", to=tmp_path)
    Quiz.objects.all().delete()
    Question.objects.all().delete()
    file = tmp_path / "codes.json"

    assert "Zou worden: 1 heel overgenomen" in said("import_quiz", file, municipality="beek", dry_run=True)
    assert Question.objects.count() == 0
    assert "Klaar: 1 heel overgenomen" in said("import_quiz", file, municipality="beek")
    assert "Klaar: 2 staat er al" in said("import_quiz", file, municipality="beek")
    assert Question.objects.get().municipality == beek


def test_the_report_of_a_poorer_format_is_said(tmp_path, home):
    quiz_of(published("Een?", construct="handelen"))

    assert "‘handelen’ meet, gaat niet mee" in said("export_quiz", "codes", to=tmp_path, format="gift")
    assert (tmp_path / "codes.gift.txt").read_text(encoding="utf-8").startswith("$CATEGORY: Codes")


def test_answers_leave_with_their_codebook_however_many(tmp_path, home, monkeypatch):
    quiz = quiz_of(published("Een?"))
    for pattern in "12233":
        attempted(quiz.current_version, [pattern])
    assert "export_quiz --answers" in Leaving.of(quiz, at_most=4).refusal_of_rows

    said("export_quiz", "codes", to=tmp_path, answers=True)

    assert {
        path.name: len(read_csv(path.read_bytes())) for path in tmp_path.iterdir() if "codeboek" not in path.name
    } == {
        "codes-antwoorden.csv": 1 + 15,
        "codes-pogingen.csv": 1 + 5,
        "codes-tellingen.csv": 1,
    }


@pytest.mark.parametrize(
    ("command", "why"),
    [
        pytest.param(
            ("export_quiz", "nergens"), "Er is geen quiz met adres 'nergens'. Wel: geen enkele.", id="no quiz"
        ),
        pytest.param(("import_quiz", "nergens.txt"), "nergens.txt", id="no file"),
        pytest.param(("import_quiz", "x", "--municipality=nergens"), "Er is geen gemeente 'nergens'", id="no owner"),
    ],
)
def test_what_is_not_there_is_said(home, command, why):
    with pytest.raises(CommandError, match=why.replace(".", r"\.")):
        call_command(*command)
