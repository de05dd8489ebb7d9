"""A question of ours goes out as the nearest thing, comes back as far as it can, and says what was lost."""

from dataclasses import replace
from uuid import UUID

import pytest

from campagne.quiz.exchange import gift
from campagne.quiz.exchange.item import ItemKind
from campagne.quiz.exchange.translating_in import draft_of
from campagne.quiz.exchange.translating_out import item_of, why_not
from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.questions.scoring import Construct, Kind

pytestmark = pytest.mark.once
OPTIONS = tuple(Option(UUID(int=n), text, n == 1, f"Uitleg {n}") for n, text in enumerate(["Nee", "Ja", "Soms"]))
PLAIN = Draft(Kind.SINGLE, Construct.KNOWLEDGE, "Geeft u de code?", OPTIONS, "Geef nooit een code.")


def there_and_back(draft: Draft) -> tuple[Draft, tuple[str, ...], tuple[str, ...]]:
    (found,) = gift.parse(gift.write([item_of(draft)[0]]))
    return draft_of(found.item)


def without_keys(draft: Draft) -> Draft:
    return replace(draft, options=tuple(replace(option, key=UUID(int=0)) for option in draft.options))


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(PLAIN, id="one is right"),
        pytest.param(replace(PLAIN, kind=Kind.MULTIPLE, options=(*OPTIONS, Option(UUID(int=9), "X", True))), id="two"),
        pytest.param(
            replace(
                PLAIN,
                kind=Kind.TRUE_FALSE,
                options=(Option(UUID(int=1), "Waar", True, "J"), Option(UUID(int=2), "Niet waar")),
            ),
            id="true or false",
        ),
        pytest.param(
            replace(PLAIN, kind=Kind.ORDER, options=tuple(Option(UUID(int=n), str(n)) for n in range(4))), id="order"
        ),
    ],
)
def test_what_the_other_program_knows_is_carried_whole(draft):
    assert item_of(draft)[1] == ()
    assert (without_keys(there_and_back(draft)[0]), *there_and_back(draft)[1:]) == (without_keys(draft), (), ())


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        pytest.param({"construct": Construct.ACTION}, "‘handelen’", id="what it measures"),
        pytest.param({"vignette": "U krijgt een sms."}, "situatie staat als tekst", id="a situation"),
        pytest.param(
            {"message_body": "Klik hier", "message_channel": "sms"}, "oefenbericht staat als tekst", id="message"
        ),
        pytest.param({"picture_id": 3}, "beeld gaat niet mee", id="a picture"),
        pytest.param({"picture_id": 3, "hotspots": (Hotspot(1, 2, "Kijk"),)}, "plekken op het beeld", id="places"),
        pytest.param({"easy_stem": "Mag het?"}, "makkelijke taal", id="easy words"),
        pytest.param({"construct": Construct.INTENTION}, "geen goed of fout", id="no right or wrong"),
        pytest.param({"construct": Construct.CONFIDENCE, "kind": Kind.SCALE}, "Een schaal wordt", id="a scale"),
        pytest.param(
            {"construct": Construct.CHANNEL, "kind": Kind.CHANNEL}, "lijst met meldpunten", id="places to report"
        ),
        pytest.param(
            {"kind": Kind.REAL_OR_FAKE, "options": real_or_fake("fake")}, "‘Echt of nep’ wordt", id="real or fake"
        ),
        pytest.param({"kind": Kind.TRUE_FALSE, "options": OPTIONS[:2]}, "in eigen woorden", id="other words for true"),
        pytest.param({"kind": Kind.ORDER}, "Uitleg per onderdeel", id="explanations of an order"),
    ],
)
def test_what_it_does_not_know_is_named(changes, lost):
    item, notes = item_of(replace(PLAIN, **changes))

    assert any(lost in note for note in notes)
    assert [found.item for found in gift.parse(gift.write([item]))] == [item]


def test_a_question_without_right_or_wrong_comes_back_without():
    draft, lost, _ = there_and_back(replace(PLAIN, construct=Construct.INTENTION))

    assert (draft.construct, [option.is_right for option in draft.options]) == (Construct.INTENTION, [False] * 3)
    assert "zonder goed of fout" in lost[0]


def test_a_situation_comes_back_above_the_question():
    draft, lost, hints = there_and_back(replace(PLAIN, vignette="U krijgt een sms.\n\nDe bank vraagt een code."))

    assert (draft.vignette, draft.stem) == ("U krijgt een sms.\n\nDe bank vraagt een code.", "Geeft u de code?")
    assert lost == ()
    assert "‘situatie’" in hints[0]


def test_what_is_too_long_or_incomplete_is_said_and_kept():
    item, _ = item_of(replace(PLAIN, stem="x" * 301, options=(replace(OPTIONS[0], text="y" * 161), *OPTIONS[1:2])))

    draft, lost, notes = draft_of(replace(item, choices=item.choices[:1] * 2))

    assert lost == ()
    assert (len(draft.stem), len(draft.options[0].text)) == (301, 161)
    assert [note.split(" heeft")[0] for note in notes[:3]] == ["De vraag", "Antwoord 1", "Antwoord 2"]
    assert "Twee antwoorden zijn gelijk." in notes[3]


def test_the_same_item_always_has_the_same_keys_and_another_has_others():
    one, other = draft_of(item_of(PLAIN)[0])[0], draft_of(item_of(replace(PLAIN, stem="Anders?"))[0])[0]

    assert one == draft_of(item_of(PLAIN)[0])[0]
    assert not {option.key for option in one.options} & {option.key for option in other.options}
    assert item_of(PLAIN)[0].kind is ItemKind.SINGLE


def test_what_is_not_finished_does_not_go_out():
    assert why_not(PLAIN) == ""
    assert "nog niet af" in why_not(replace(PLAIN, options=()))
