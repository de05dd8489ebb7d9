"""Cards are raised once, refreshed while they hold, and closed by people alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.measurement.attention.card import AttentionCard, Gap
from campagne.measurement.attention.closing import close
from campagne.measurement.attention.keeping import keep_cards, look_again
from campagne.measurement.attention.signal import Proposal, Signal
from campagne.measurement.attention.subject import Subject
from tests.measurement.attention.conftest import HALVED, NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def signal(cybercrime, old):
    """A reason of some size: `signal(0.4)`."""

    def reason(size: float = 0.4, gap: Gap = Gap.REACH, **about) -> Signal:
        subject = Subject(**{"theme": cybercrime.pk, "group": old.pk, **about})
        return Signal(gap, subject, f"Grootte {size}.", size, Proposal.SEE_OFFER)

    return reason


def the_card() -> AttentionCard:
    return AttentionCard.objects.get()


def test_a_new_reason_becomes_a_card_with_its_figures(signal):
    assert keep_cards([signal()], NOON) == 1

    card = the_card()
    assert (card.gap, card.raised_on, card.seen_on) == ("reach", NOON.date(), NOON.date())
    assert card.figures["sentence"] == "Grootte 0.4."


def test_looking_twice_changes_nothing(signal):
    keep_cards([signal()], NOON)
    before = AttentionCard.objects.values().get()

    assert keep_cards([signal()], NOON) == 0
    assert AttentionCard.objects.values().get() == before


def test_a_card_that_still_holds_gets_the_figures_of_today(signal):
    keep_cards([signal(0.4)], NOON)
    keep_cards([signal(0.5)], NOON + DAY)

    card = the_card()
    assert (card.raised_on, card.seen_on) == (NOON.date(), NOON.date() + DAY)
    assert card.figures["size"] == 0.5


def test_a_card_that_no_longer_holds_stays_open_and_says_since_when(signal):
    keep_cards([signal()], NOON)
    for days in (1, 2):
        keep_cards([], NOON + days * DAY)

    card = the_card()
    assert card.closed_at is None
    assert card.figures["gone_since"] == (NOON.date() + DAY).isoformat()
    assert (card.seen_on, card.figures["size"]) == (NOON.date(), 0.4), "with the figures it was last seen with"


def test_a_card_that_holds_again_is_the_same_card(signal):
    keep_cards([signal()], NOON)
    keep_cards([], NOON + DAY)
    keep_cards([signal()], NOON + 2 * DAY)

    assert "gone_since" not in the_card().figures


def test_other_gaps_groups_and_places_are_cards_of_their_own(signal, young, stein):
    reasons = [
        signal(),
        signal(gap=Gap.STEP),
        signal(group=young.pk),
        signal(municipality=stein.pk),
        signal(theme=None),
    ]

    assert keep_cards(reasons, NOON) == 5


@pytest.mark.parametrize(
    ("days", "size", "is_raised"),
    [
        pytest.param(1, 0.4, False, id="the day after"),
        pytest.param(27, 0.4, False, id="within four weeks"),
        pytest.param(28, 0.4, True, id="after four weeks"),
        pytest.param(1, 0.45, False, id="a little larger"),
        pytest.param(1, 0.6, True, id="it grew"),
    ],
)
def test_what_was_closed_is_quiet_for_four_weeks_unless_it_grew(signal, regional_editor, days, size, is_raised):
    keep_cards([signal(0.4)], NOON)
    close(the_card(), None, by=regional_editor, at=NOON)

    assert keep_cards([signal(size)], NOON + days * DAY) == is_raised


def test_of_two_closed_cards_the_last_one_counts(signal, regional_editor):
    for size, days in ((0.4, 0), (0.8, 1)):
        keep_cards([signal(size)], NOON + days * DAY)
        close(AttentionCard.objects.get(closed_at=None), None, by=regional_editor, at=NOON + days * DAY)

    assert keep_cards([signal(0.8)], NOON + 2 * DAY) == 0


def test_the_clock_finds_a_group_that_is_reached_less(visit, cybercrime, old, write, since_the_beginning):
    write("Voor ouderen")
    visit(cybercrime, old, HALVED)

    assert look_again(NOON) == 1
    assert (the_card().gap, the_card().group) == ("reach", old)
    assert look_again(NOON + 3 * timezone.timedelta(hours=1)) == 0
