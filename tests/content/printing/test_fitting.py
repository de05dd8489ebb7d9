"""Whatever an editor wrote, a card and a poster are calculated to be one page, and what is left out is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campagne.content.printing.fitting import (
    CARD,
    POSTER,
    SHORTEST_TITLE,
    SPARE,
    Act,
    Contact,
    Words,
    fitted,
    height_of,
    shortened,
)

pytestmark = pytest.mark.once
ACT = Act("Bel zelf uw bank", "Zoek het nummer zelf op.")
CALL = Contact("Politie", "0900-8844", "Geen spoed, wel politie.")


def words(**given) -> Words:
    return Words(
        **{"title": "Hang op", "sentence": "Belt de bank? Hang op.", "address": "voorbeeld.nl/hang-op", **given}
    )


def texts(most: int) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from("aeinW é"), max_size=most)


acts = st.builds(Act, texts(90), texts(160))
contacts = st.builds(Contact, texts(80), texts(40), texts(200))


@settings(max_examples=60)
@given(
    st.builds(Words, texts(255), texts(200), st.lists(acts, max_size=9).map(tuple), st.lists(contacts).map(tuple)),
    st.sampled_from([CARD, POSTER]),
)
def test_it_always_fits_on_one_page(wanted, layout):
    made = fitted(wanted, layout)

    size = next(size for size in layout.sizes if size.name == made.size)
    assert height_of(made.words, layout, size) <= layout.height * SPARE


@pytest.mark.parametrize(("layout", "largest"), [(CARD, "large"), (POSTER, "giant")], ids=["card", "poster"])
def test_little_text_is_printed_large_and_whole(layout, largest):
    made = fitted(words(acts=(ACT,)), layout)

    assert (made.size, made.left_out) == (largest, ())


def test_type_becomes_smaller_before_anything_is_left_out():
    made = fitted(words(acts=(ACT,) * 7, contacts=(CALL,)), CARD)

    assert (made.size, made.left_out) == ("middle", ())
    assert made.words.acts == (ACT,) * 7


def test_explanations_go_before_acts_and_the_editor_is_told():
    long = Act("Bel zelf uw bank op een nummer dat u kent", "Zoek het nummer zelf op, en gebruik geen link. " * 3)

    made = fitted(words(acts=(long,) * 7, contacts=(CALL,) * 3), CARD)

    assert len(made.words.acts) == 7
    assert {act.detail for act in made.words.acts} == {""}
    assert made.left_out == (
        "De uitleg bij de meldpunten past er niet op.",
        "De uitleg bij de stappen past er niet op.",
    )


def test_how_to_call_who_has_no_number_stays():
    own_bank = Contact("Uw eigen bank", "", "Het nummer staat in de app van uw bank.")
    long = Act("a" * 90, "b " * 80)

    made = fitted(words(acts=(long,) * 4, contacts=(own_bank, CALL)), CARD)

    assert made.words.contacts[0] == own_bank


def test_a_poster_has_three_acts_without_explanation_and_calls_nobody():
    made = fitted(words(acts=(ACT,) * 5, contacts=(CALL,)), POSTER)

    assert made.words.acts == (Act(ACT.text),) * 3
    assert (made.words.contacts, made.left_out) == ((), ())


def test_a_title_is_only_cut_off_when_nothing_else_helps():
    made = fitted(words(title="W" * 255, sentence="W" * 200, foot=("W" * 200,) * 3), CARD)

    assert made.words.title == f"{'W' * (SHORTEST_TITLE - 1)}…"
    assert made.left_out[-1] == "De titel is te lang en is afgekapt. Maak de titel korter."


@pytest.mark.parametrize("layout", [CARD, POSTER], ids=["card", "poster"])
def test_no_type_is_smaller_than_people_can_read(layout):
    smallest = min(min(size.title, size.sentence, size.act, size.detail or 99) for size in layout.sizes)

    assert min(smallest, layout.foot, layout.address) >= 11


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        pytest.param("kort", 10, "kort", id="short already"),
        pytest.param("een lange zin", 10, "een lange…", id="between two words"),
        pytest.param("een, lange zin", 6, "een…", id="no comma before the sign"),
        pytest.param("onafgebroken", 6, "onafg…", id="one long word"),
    ],
)
def test_a_text_is_shortened(text, most, short):
    assert shortened(text, most) == short
