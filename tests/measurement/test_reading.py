"""Reading takes as long as there are words; half of that counts as read."""

import pytest

from campagne.content.models import ArticlePage, ModulePage
from campagne.measurement.reading import LEAST_SECONDS, read_seconds, words_of
from campagne.report_guide.models import IncidentTypePage


def text(words):
    return {"type": "text", "value": "<h2>Kop</h2><p>" + "woord " * (words - 1) + "</p>"}


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        pytest.param(1, LEAST_SECONDS, id="a short page takes a moment"),
        pytest.param(66, 10, id="half of twenty seconds"),
        pytest.param(660, 100, id="a long page"),
    ],
)
def test_half_the_reading_time_of_the_page(db, words, seconds):
    page = ArticlePage(title="Titel", summary="", body=[text(words)])

    assert words_of(page) == words
    assert read_seconds(page) == seconds


def test_a_step_of_a_module_is_a_page_of_its_own(db):
    steps = [{"type": "step", "value": {"title": "Eén twee", "body": [text(words)]}} for words in (10, 300)]
    module = ModulePage(title="Module", summary="Drie woorden samen", steps=steps)

    assert words_of(module) == 3
    assert words_of(module, 1) == 12
    assert words_of(module, 2) == 302


def test_a_screen_of_the_guide_is_read_by_itself(db):
    empty = {"complaint_note": "", "afterwards": ""}
    raw = [
        {"type": "outcome", "value": {"money": money, "comfort": "woord " * words, "roles": [], "acts": [], **empty}}
        for money, words in (("ja", 10), ("nee", 200))
    ]
    page = IncidentTypePage(title="Bank belt", outcomes=raw, money_question="Is er geld weg?")
    asked, gone, safe = page.screens().values()

    assert words_of(page, asked.number) == 2 + 4 + 2
    around = 2 + 4 + 7  # The title, the answer on money, and whether aangifte can be done over the internet.
    assert words_of(page, gone.number) == around + 10
    assert words_of(page, safe.number) == around + 200


def test_a_step_that_is_not_there_counts_as_the_page(db):
    assert words_of(ModulePage(title="Module", summary="Drie woorden samen"), 7) == 3
