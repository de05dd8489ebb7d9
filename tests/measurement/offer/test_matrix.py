from datetime import date

import pytest

from campagne.measurement.offer.matrix import SIGNS, Label, State, What, gaps_in
from campagne.measurement.offer.review import Review
from tests.measurement.offer.pieces import BEEK, CYBER, OLD, SAFETY, STEIN, YOUNG, a_quiz, an_offer, piece

pytestmark = pytest.mark.once


def cell_of(offer, group, theme=CYBER):
    return next(cell for cell in offer.cells() if (cell.group, cell.theme) == (group, theme))


def test_a_page_counts_for_its_theme_and_each_of_its_groups():
    offer = an_offer(piece(CYBER, YOUNG, OLD), piece(CYBER, OLD), themes=(CYBER, SAFETY))

    assert [(line.group, [cell.pages for cell in line.cells]) for line in offer.lines()] == [
        (YOUNG, [1, 0]),
        (OLD, [2, 0]),
    ]


def test_a_quiz_counts_once_on_whatever_page_it_is_offered():
    offer = an_offer(piece(CYBER, YOUNG, quiz=7), piece(CYBER, YOUNG, quiz=7), a_quiz(CYBER, YOUNG, quiz=7))

    cell = cell_of(offer, YOUNG)
    assert (cell.pages, cell.quizzes) == (2, 1)


@pytest.mark.parametrize("review", [Review.OVERDUE, Review.NEVER])
def test_what_was_not_looked_over_in_time_stands_there_and_does_not_count(review):
    cell = cell_of(an_offer(piece(CYBER, YOUNG, review=review, quiz=7)), YOUNG)

    assert (cell.pages, cell.quizzes, len(cell.stale)) == (0, 0, 1)
    assert cell.lacks == (What.PAGE, What.QUIZ)


@pytest.mark.parametrize(
    ("pieces", "group", "state"),
    [
        pytest.param([], YOUNG, State.LACKING, id="nothing for the red thread"),
        pytest.param([piece(CYBER, YOUNG)], YOUNG, State.LACKING, id="no quiz for the red thread"),
        pytest.param([a_quiz(CYBER, YOUNG)], YOUNG, State.LACKING, id="a quiz alone"),
        pytest.param([piece(CYBER, YOUNG, quiz=1)], YOUNG, State.FINE, id="a page with a quiz"),
        pytest.param(
            [piece(CYBER, YOUNG, quiz=1), piece(CYBER, YOUNG, review=Review.NEVER)], YOUNG, State.STALE, id="one is old"
        ),
        pytest.param([], OLD, State.EMPTY, id="nothing for another group"),
        pytest.param([piece(CYBER, OLD)], OLD, State.FINE, id="a page for another group"),
        pytest.param([piece(CYBER, OLD, review=Review.OVERDUE)], OLD, State.STALE, id="an old page for another group"),
    ],
)
def test_a_cell_says_how_it_stands(pieces, group, state):
    assert cell_of(an_offer(*pieces), group).state is state


def test_each_state_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS) == len(State)


def test_a_municipality_finds_the_regions_and_its_own():
    parents = Label(13, "Ouders in Beek", "ouders", municipality=BEEK.pk)
    offer = an_offer(
        piece(CYBER, YOUNG), piece(CYBER, YOUNG, municipality=BEEK.pk), groups=(YOUNG, parents),
        contacts=(piece(municipality=STEIN.pk, is_contact=True),),
    )  # fmt: skip

    found = {place and place.name: offer.found_in(place) for place in (None, STEIN, BEEK)}

    assert {name: len(seen.pieces) for name, seen in found.items()} == {None: 1, "Stein": 1, "Beek": 2}
    assert {name: len(seen.groups) for name, seen in found.items()} == {None: 1, "Stein": 1, "Beek": 2}
    assert {name: len(seen.contacts) for name, seen in found.items()} == {None: 0, "Stein": 1, "Beek": 0}


def test_a_gap_that_one_municipality_filled_for_itself_is_named_for_the_others():
    offer = an_offer(piece(CYBER, YOUNG, quiz=1, municipality=BEEK.pk))

    (gap,) = gaps_in(offer)

    assert gap.places == (STEIN,)
    assert gap.is_in(STEIN)
    assert not gap.is_in(BEEK)
    assert gap.is_in(None), "the region itself does not offer it"


def test_a_gap_everywhere_is_told_once():
    (gap,) = gaps_in(an_offer(piece(CYBER, YOUNG)))

    assert (gap.group, gap.theme, gap.lacks, gap.places) == (YOUNG, CYBER, (What.QUIZ,), ())
    assert gap.is_in(None)
    assert gap.is_in(STEIN)


def test_a_region_without_municipalities_is_looked_at_as_a_whole():
    assert len(gaps_in(an_offer(places=()))) == 1
    assert gaps_in(an_offer(piece(CYBER, YOUNG, quiz=1), places=())) == []


def test_what_waits_longest_to_be_looked_over_comes_first():
    old = piece(CYBER, OLD, title="oud", review=Review.OVERDUE, reviewed_on=date(2020, 1, 1))
    never = piece(CYBER, OLD, title="nooit", review=Review.NEVER, reviewed_on=None)
    contact = piece(title="meldpunt", review=Review.OVERDUE, reviewed_on=date(2021, 1, 1), is_contact=True)

    offer = an_offer(old, piece(CYBER, OLD), never, contacts=(contact,))

    assert [found.title for found in offer.stale()] == ["nooit", "oud", "meldpunt"]
