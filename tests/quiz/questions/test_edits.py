"""Every change is called by its name, and cosmetic is never what mixes up answers."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.questions.edits import UNDECIDED, Change, Decision, propose
from campagne.quiz.questions.scoring import Construct, Kind

pytestmark = pytest.mark.once

KEYS = [UUID(int=number) for number in range(1, 5)]
RIGHT, WRONG, OTHER = (
    Option(key, text, key == KEYS[0]) for key, text in zip(KEYS[:3], ("Nee", "Ja graag", "Soms"), strict=True)
)
GOOD = Draft(Kind.SINGLE, Construct.KNOWLEDGE, "Geeft u de code?", (RIGHT, WRONG, OTHER))
TURNED = (replace(RIGHT, is_right=False), replace(WRONG, is_right=True), OTHER)
COSMETIC, SUBSTANTIVE, KEY = Change.COSMETIC, Change.SUBSTANTIVE, Change.KEY


@pytest.mark.parametrize(
    ("changes", "proposed", "allowed"),
    [
        pytest.param({"stem": "geeft u de code"}, COSMETIC, {COSMETIC, SUBSTANTIVE}, id="punctuation"),
        pytest.param({"explanation": "Nooit doen."}, COSMETIC, {COSMETIC, SUBSTANTIVE}, id="explanation"),
        pytest.param({"options": (OTHER, WRONG, RIGHT)}, COSMETIC, {COSMETIC, SUBSTANTIVE}, id="order"),
        pytest.param(
            {"options": (replace(RIGHT, explanation="Juist."), WRONG, OTHER)},
            COSMETIC,
            {COSMETIC, SUBSTANTIVE},
            id="explanation of an option",
        ),
        pytest.param({"stem": "Geeft u nooit de code?"}, SUBSTANTIVE, {COSMETIC, SUBSTANTIVE}, id="words"),
        pytest.param(
            {"options": (RIGHT, replace(WRONG, text="Altijd"), OTHER)},
            SUBSTANTIVE,
            {COSMETIC, SUBSTANTIVE},
            id="words of an option",
        ),
        pytest.param({"message_body": "Hoi mam"}, SUBSTANTIVE, {COSMETIC, SUBSTANTIVE}, id="a message"),
        pytest.param({"message_sender": "Uw bank"}, SUBSTANTIVE, {COSMETIC, SUBSTANTIVE}, id="another sender"),
        pytest.param({"picture_id": 7}, SUBSTANTIVE, {COSMETIC, SUBSTANTIVE}, id="a picture"),
        pytest.param({"options": (RIGHT, WRONG)}, SUBSTANTIVE, {SUBSTANTIVE}, id="an option gone"),
        pytest.param(
            {"options": (RIGHT, WRONG, OTHER, Option(KEYS[3], "Wie weet"))}, SUBSTANTIVE, {SUBSTANTIVE}, id="one more"
        ),
        pytest.param(
            {"options": (replace(RIGHT, text="Ja graag"), replace(WRONG, text="Nee"), OTHER)},
            SUBSTANTIVE,
            {SUBSTANTIVE},
            id="texts exchanged, so that the right one says the opposite",
        ),
        pytest.param({"kind": Kind.MULTIPLE}, SUBSTANTIVE, {SUBSTANTIVE}, id="another kind"),
        pytest.param({"construct": Construct.ACTION}, SUBSTANTIVE, {SUBSTANTIVE}, id="measures something else"),
        pytest.param({"vignette": "U ziet busjes."}, SUBSTANTIVE, {COSMETIC, SUBSTANTIVE}, id="a situation"),
        pytest.param({"hotspots": (Hotspot(1, 2, "De link"),)}, COSMETIC, {COSMETIC, SUBSTANTIVE}, id="places to see"),
        pytest.param({"easy_explanation": "Nooit."}, COSMETIC, {COSMETIC, SUBSTANTIVE}, id="easy explanation"),
        pytest.param(
            {"options": (replace(RIGHT, channel="bank"), WRONG, OTHER)}, SUBSTANTIVE, {SUBSTANTIVE}, id="another place"
        ),
        pytest.param({"options": TURNED}, KEY, {KEY, SUBSTANTIVE}, id="another key"),
        pytest.param(
            {"options": TURNED, "explanation": "Sorry."}, KEY, {KEY, SUBSTANTIVE}, id="another key, explained"
        ),
        pytest.param(
            {"options": TURNED, "stem": "Zegt u de pincode?"}, SUBSTANTIVE, {SUBSTANTIVE}, id="another key and words"
        ),
    ],
)
def test_each_change_has_its_name_and_what_would_be_honest(changes, proposed, allowed):
    proposal = propose(GOOD, replace(GOOD, **changes))

    assert (proposal.change, proposal.allowed) == (proposed, allowed)
    assert all(reason.endswith(".") for reason in proposal.reasons)
    assert proposal.reasons


def test_what_stays_the_same_needs_no_name():
    assert propose(GOOD, replace(GOOD)) is None


@st.composite
def drafts(draw) -> Draft:
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=4))
    texts = st.sampled_from(["Ja", "Ja!", "Nee", "Wachtwoord", "Wachtwoort", "", "👍", "👎"])
    options = tuple(Option(key, draw(texts), draw(st.booleans()), draw(texts)) for key in keys)
    kind, construct = draw(st.sampled_from(Kind)), draw(st.sampled_from(Construct))
    return Draft(kind, construct, draw(texts), options, explanation=draw(texts))


@given(drafts(), drafts())
def test_options_and_key_are_never_changed_by_a_cosmetic_change(before, after):
    proposal = propose(before, after)

    assert (proposal is None) is (before == after)
    if proposal:
        assert Change.SUBSTANTIVE in proposal.allowed
        assert {proposal.change, proposal.unasked} <= proposal.allowed
        if any(change.keeps_series for change in proposal.allowed):
            assert {o.key for o in before.options} == {o.key for o in after.options}
            assert (before.kind, before.construct) == (after.kind, after.construct)
            if after.kind.has_meaning_in_order:
                assert [o.key for o in before.options] == [o.key for o in after.options]
        if Change.COSMETIC in proposal.allowed:
            assert right(before) == right(after)
        if Change.KEY in proposal.allowed:
            assert right(before) != right(after)


@given(drafts(), st.sampled_from(Change), st.text(max_size=3), st.integers(1, 2))
def test_what_holds_is_always_honest_and_a_key_has_a_reason(after, change, reason, since):
    proposal = propose(GOOD, after)
    decision = Decision(change, reason, since=since).about(1)

    held = proposal.settled(decision)

    assert held in proposal.allowed
    if held is Change.KEY:
        assert reason.strip()
    if held is not proposal.unasked:
        assert (held, since) == (change, 1)


@pytest.mark.parametrize(
    ("kind", "proposed"),
    [(kind, SUBSTANTIVE if kind in {Kind.ORDER, Kind.SCALE} else COSMETIC) for kind in Kind],
    ids=[kind.value for kind in Kind],
)
def test_another_order_is_another_question_where_the_order_is_what_is_asked(kind, proposed):
    written = replace(GOOD, kind=kind)

    proposal = propose(written, replace(written, options=(OTHER, WRONG, RIGHT)))

    assert proposal.change is proposed
    assert (COSMETIC in proposal.allowed) is (proposed is COSMETIC)


def test_a_message_that_turns_out_to_be_real_corrects_the_key():
    said_fake = replace(GOOD, kind=Kind.REAL_OR_FAKE, message_body="Hoi mam", options=real_or_fake("fake"))

    proposal = propose(said_fake, replace(said_fake, options=real_or_fake("real")))

    assert (proposal.change, proposal.allowed) == (KEY, {KEY, SUBSTANTIVE})


EASY = replace(
    GOOD,
    easy_stem="Zegt u de code?",
    options=tuple(replace(o, easy_text=f"Ik zeg {o.text.lower()}") for o in GOOD.options),
)


@pytest.mark.parametrize(
    ("before", "after", "proposed"),
    [
        pytest.param(GOOD, EASY, COSMETIC, id="easy words came"),
        pytest.param(EASY, GOOD, COSMETIC, id="easy words went"),
        pytest.param(EASY, replace(EASY, easy_stem="Zegt u de code"), COSMETIC, id="punctuation"),
        pytest.param(EASY, replace(EASY, easy_stem="Zegt u nooit de code?"), SUBSTANTIVE, id="another easy question"),
        pytest.param(
            EASY,
            replace(EASY, options=(replace(EASY.options[0], easy_text="Altijd"), *EASY.options[1:])),
            SUBSTANTIVE,
            id="another easy answer",
        ),
    ],
)
def test_easy_words_are_compared_where_both_could_be_read(before, after, proposed):
    assert propose(before, after).change is proposed


def test_nobody_corrects_a_key_by_not_choosing():
    assert propose(GOOD, replace(GOOD, options=TURNED)).settled(UNDECIDED) is Change.SUBSTANTIVE


@pytest.mark.parametrize(
    ("changes", "chosen", "words"),
    [
        pytest.param({"options": TURNED}, COSMETIC, "Een ander antwoord staat op goed. Kies een andere", id="cosmetic"),
        pytest.param({"stem": "geeft u de code"}, KEY, "De sleutel is niet veranderd", id="no other key"),
        pytest.param({"stem": "Zegt u de pincode?", "options": TURNED}, KEY, "eerst alleen de", id="key and words"),
        pytest.param({"options": (RIGHT, WRONG)}, COSMETIC, "Er is een antwoord weg.", id="an option gone"),
        pytest.param({"explanation": "Nooit."}, SUBSTANTIVE, "", id="always honest"),
    ],
)
def test_a_choice_that_is_not_honest_is_refused_in_words(changes, chosen, words):
    refusal = propose(GOOD, replace(GOOD, **changes)).refusal(chosen)

    assert words in refusal
    assert bool(words) is bool(refusal)


def right(draft: Draft) -> set[UUID]:
    return {option.key for option in draft.options if option.is_right}
