"""A question is read in easy words as a whole, or as it was written; never half."""

from dataclasses import replace

import pytest

from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.rendering import Rendering, has_easy, rendered, rendered_draft
from campagne.quiz.questions.scoring import Construct, Kind
from tests.quiz.conftest import NO, YES, options, published

pytestmark = pytest.mark.once

EASY_OPTIONS = (
    Option(YES, "Ja, dat doe ik", easy_text="Ja", explanation="Liever niet.", easy_explanation="Nee."),
    Option(NO, "Nee, dat doe ik niet", easy_text="Nee", is_right=True, explanation="Goed zo."),
)
EASY = Draft(
    Kind.SINGLE,
    Construct.KNOWLEDGE,
    "Zou u deze code geven?",
    EASY_OPTIONS,
    explanation="Een code is van u.",
    easy_stem="Geeft u de code?",
)


@pytest.mark.parametrize(
    ("draft", "is_whole"),
    [
        pytest.param(EASY, True, id="question and both answers"),
        pytest.param(replace(EASY, easy_stem=""), False, id="no easy question"),
        pytest.param(replace(EASY, vignette="Er wordt gebeld."), False, id="a situation without easy words"),
        pytest.param(replace(EASY, vignette="Er wordt gebeld.", easy_vignette="De bel gaat."), True, id="with them"),
        pytest.param(replace(EASY, options=(*EASY_OPTIONS, Option(NO, "Misschien"))), False, id="one answer without"),
        pytest.param(
            replace(EASY, options=(Option(YES, "Politie", channel="politie"),)), True, id="a name stays a name"
        ),
        pytest.param(
            replace(EASY, kind=Kind.REAL_OR_FAKE, options=(Option(YES, "Echt"), Option(NO, "Nep"))),
            True,
            id="real or fake has its own two answers",
        ),
    ],
)
def test_whether_all_that_is_asked_is_in_easy_words(draft, is_whole):
    assert has_easy(draft, draft.options) is is_whole


def test_easy_words_take_the_place_of_what_was_written():
    shown = rendered_draft(EASY, Rendering.EASY)

    assert shown.rendering is Rendering.EASY
    assert (shown.stem, [option.text for option in shown.options]) == ("Geeft u de code?", ["Ja", "Nee"])
    assert [option.order for option in shown.options] == [1, 2]


def test_an_explanation_without_easy_words_is_given_as_it_was_written():
    shown = rendered_draft(EASY, Rendering.EASY)

    assert shown.explanation == "Een code is van u."
    assert [option.explanation for option in shown.options] == ["Nee.", "Goed zo."]


def test_half_an_easy_question_is_asked_as_it_was_written_and_says_so():
    shown = rendered_draft(replace(EASY, options=(*EASY_OPTIONS, Option(NO, "Misschien"))), Rendering.EASY)

    assert shown.rendering is Rendering.STANDARD
    assert (shown.stem, shown.options[0].text) == ("Zou u deze code geven?", "Ja, dat doe ik")


def test_without_asking_nothing_is_easy():
    shown = rendered_draft(EASY, Rendering.STANDARD)

    assert (shown.stem, shown.options[0].explanation) == ("Zou u deze code geven?", "Liever niet.")


@pytest.mark.django_db
def test_a_version_is_rendered_with_its_options_and_key(home):
    easy = [replace(option, easy_text=f"{option.text}!") for option in options(NO)]
    version = published("Geeft u de code?", offer=easy, easy_stem="De code geven?").versions.get()

    shown = rendered(version, "easy")

    assert (shown.pk, shown.stem, shown.is_scored) == (version.pk, "De code geven?", True)
    assert [(option.text, option.is_right) for option in shown.options] == [
        ("Ja!", False),
        ("Nee!", True),
        ("Misschien!", False),
    ]
