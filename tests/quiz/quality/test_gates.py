"""What makes a question useless blocks, what makes it worse asks; both in words that say what to do."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.quality.gates import Surroundings, findings_of
from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.scoring import Construct, Kind

pytestmark = pytest.mark.once
GOOD_SURROUNDINGS = Surroundings()


def option(number: int, text: str, **fields) -> Option:
    return Option(UUID(int=number), text, **fields)


GOOD = Draft(
    Kind.SINGLE,
    Construct.KNOWLEDGE,
    "Geeft u de code?",
    (option(1, "Ja, meteen"), option(2, "Nee, nooit", is_right=True), option(3, "Alleen als het moet")),
    explanation="Geef nooit een code.",
)
EASY = replace(
    GOOD,
    easy_stem="Geeft u de code?",
    options=tuple(replace(o, easy_text=text) for o, text in zip(GOOD.options, ("Ja", "Nee", "Soms"), strict=True)),
)
LONG = " ".join(["woord"] * 21) + "."


def words(draft: Draft, around: Surroundings = GOOD_SURROUNDINGS) -> str:
    return " | ".join(finding.words for finding in findings_of(draft, around))


def test_a_good_question_passes_without_a_word():
    assert findings_of(GOOD, GOOD_SURROUNDINGS) == []
    assert findings_of(EASY, GOOD_SURROUNDINGS) == []


def all_right(draft: Draft) -> Draft:
    return replace(draft, options=tuple(replace(o, is_right=True) for o in draft.options))


@pytest.mark.parametrize(
    ("draft", "around", "told"),
    [
        pytest.param(
            replace(GOOD, options=(option(1, "Ja"), option(2, "Nee"))),
            GOOD_SURROUNDINGS,
            "precies één antwoord goed",
            id="no right answer",
        ),
        pytest.param(all_right(GOOD), GOOD_SURROUNDINGS, "U vinkte er 3 aan", id="three where one is meant"),
        pytest.param(
            replace(GOOD, options=(*GOOD.options, option(4, " ja,  METEEN "))),
            GOOD_SURROUNDINGS,
            "Twee antwoorden zijn gelijk",
            id="the same answer twice",
        ),
        pytest.param(
            replace(EASY, options=tuple(replace(o, easy_text="Ja") for o in EASY.options)),
            GOOD_SURROUNDINGS,
            "in makkelijke taal gelijk",
            id="the same easy answer twice",
        ),
        pytest.param(
            replace(GOOD, picture_id=5), Surroundings(is_described=False), "geen beschrijving", id="a picture unseen"
        ),
    ],
)
def test_what_makes_a_question_useless_blocks(draft, around, told):
    first = findings_of(draft, around)[0]

    assert first.blocks
    assert told in first.words


@pytest.mark.parametrize(
    ("draft", "around", "told"),
    [
        pytest.param(
            replace(GOOD, options=(*GOOD.options[:2], *(option(n, f"Anders {n}") for n in range(5, 8)))),
            GOOD_SURROUNDINGS,
            "5 antwoorden",
            id="five answers",
        ),
        pytest.param(
            replace(GOOD, options=(option(1, "Ja"), option(2, "Nee, want dan is mijn geld weg", is_right=True))),
            GOOD_SURROUNDINGS,
            "het langste. Antwoorden",
            id="the longest is right",
        ),
        pytest.param(
            replace(EASY, options=(*EASY.options[:1], replace(EASY.options[1], easy_text="Nee, dat doe ik nooit"))),
            GOOD_SURROUNDINGS,
            "het langste in makkelijke taal",
            id="the longest easy one is right",
        ),
        pytest.param(replace(GOOD, explanation=LONG), GOOD_SURROUNDINGS, "heeft 21 woorden", id="a long sentence"),
        pytest.param(
            replace(EASY, easy_explanation=" ".join(["woord"] * 16)),
            GOOD_SURROUNDINGS,
            "makkelijke taal heeft 16 woorden",
            id="a long easy sentence",
        ),
        pytest.param(
            replace(
                EASY,
                easy_stem=" ".join(["woord"] * 15),
                options=tuple(replace(o, easy_text=f"{o.easy_text} {' '.join(['woord'] * 12)}") for o in EASY.options),
            ),
            GOOD_SURROUNDINGS,
            "gemiddeld 13,5 woorden",
            id="long on average",
        ),
        pytest.param(
            replace(GOOD, easy_stem="Geeft u?"),
            GOOD_SURROUNDINGS,
            "ontbreekt nog: antwoord 1, antwoord 2, antwoord 3",
            id="half in easy words",
        ),
        pytest.param(EASY, Surroundings(unheard=("Vraag",)), "Zonder goed geluid: Vraag", id="cannot be heard"),
    ],
)
def test_what_makes_a_question_worse_asks(draft, around, told):
    assert told in words(draft, around)
    assert not any(finding.blocks for finding in findings_of(draft, around))


def test_a_scale_may_have_five_steps_and_a_place_to_report_to_a_long_name():
    steps = tuple(option(number, f"Stap {number}") for number in range(1, 6))
    named = (
        option(1, "Politie", channel="politie"),
        option(2, "Centraal Meldpunt Identiteitsfraude", is_right=True, channel="cmi"),
    )

    assert not words(replace(GOOD, kind=Kind.SCALE, construct=Construct.INTENTION, options=steps))
    assert not words(replace(GOOD, kind=Kind.CHANNEL, construct=Construct.CHANNEL, options=named))


TEXTS = st.text(max_size=60)
OPTIONS = st.lists(
    st.builds(Option, st.uuids(), TEXTS, is_right=st.booleans(), easy_text=TEXTS, explanation=TEXTS), max_size=7
)
DRAFTS = st.builds(
    Draft,
    st.sampled_from(Kind),
    st.sampled_from(Construct),
    TEXTS,
    OPTIONS.map(tuple),
    explanation=TEXTS,
    easy_stem=TEXTS,
    picture_id=st.none() | st.just(1),
)


@given(DRAFTS, st.booleans())
def test_whatever_blocks_comes_first_and_every_finding_is_a_sentence(draft, is_described):
    found = findings_of(draft, Surroundings(is_described))

    assert [finding.blocks for finding in found] == sorted((finding.blocks for finding in found), reverse=True)
    assert all(finding.words.endswith(".") for finding in found)
    assert {lack.words for lack in draft.lacks()} <= {finding.words for finding in found}


@given(DRAFTS, st.randoms())
def test_the_order_of_the_answers_changes_no_verdict_on_length(draft, chance):
    shuffled = list(draft.options)
    chance.shuffle(shuffled)

    def told(options) -> set[str]:
        found = findings_of(replace(draft, kind=Kind.SINGLE, options=tuple(options)), GOOD_SURROUNDINGS)
        return {finding.found for finding in found if "langste" in finding.found or "gelijk" in finding.found}

    assert told(shuffled) == told(draft.options)


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=20), min_size=1, max_size=3))
def test_a_right_answer_that_is_far_longer_is_always_found(wrong):
    right = option(0, "x" * 40, is_right=True)
    draft = replace(GOOD, options=(right, *(option(n, text) for n, text in enumerate(wrong, 1))))

    assert "langste" in words(draft)
