"""What pages say: reach, attention and steps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campagne.measurement import measures
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic, acts_in, traffic_per_day, traffic_per_page
from campagne.measurement.dashboard.visiting import attention, reach, step
from campagne.measurement.models import Act
from campagne.measurement.periods import Period

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 10)
TODAY = date(2026, 11, 25)


@pytest.fixture
def selection(home):
    return Selection(Period(FIRST, LAST), None, (), TODAY)


def total(selection) -> Traffic:
    return sum(traffic_per_page(selection).values(), Traffic())


def test_days_before_counting_began_are_unknown_and_not_nought(home, selection, count):
    count(home, LAST, views=3, visits=2)

    told = reach(selection, total(selection), traffic_per_day(selection), counted_since=date(2026, 11, 6))

    assert told.sentence == (
        "Van 1 nov tot en met 10 nov: 2 bezoeken. De meeste op 10 nov: 2. Van 5 dagen is het aantal onbekend."
    )


def test_attention_is_a_share_with_its_range(home, selection, count):
    count(home, LAST, views=100, visits=50, reads=62)

    told = attention(selection, total(selection), {})

    assert (
        told.sentence == "Van de weergaven is gelezen: 62 van de 100, waarschijnlijk tussen 52 en 71 (100 weergaven)."
    )
    assert "te weinig gegevens" in told.notes[0]


def test_attention_is_held_against_the_period_before(home, selection, count):
    count(home, LAST, views=400, reads=300)
    count(home, FIRST - timedelta(days=1), views=400, reads=100)

    told = attention(selection, total(selection), {})

    assert told.notes[0] == "Aandeel gelezen: hoger dan in de even lange periode ervoor."


def test_without_a_difference_it_is_said_with_what_the_share_was_compared(home, selection, count):
    count(home, LAST, views=400, reads=200)
    count(home, FIRST - timedelta(days=1), views=400, reads=200)

    told = attention(selection, total(selection), {})

    assert told.notes[0] == "Aandeel gelezen, naast de even lange periode ervoor: geen verschil aangetoond."


def test_useful_needs_five_answers(home, selection):
    few = attention(selection, Traffic(views=9), {(Act.USEFUL, "yes"): 4})
    enough = attention(selection, Traffic(views=9), {(Act.USEFUL, "yes"): 4, (Act.USEFUL, "no"): 1})

    assert str(few.rows[1].outcome) == "te weinig antwoorden"
    assert (enough.rows[1].outcome.count, enough.rows[1].outcome.n) == (4, 5)


def test_of_a_sensitive_group_useful_needs_twenty_answers(home, selection):
    of_the_young = replace(selection, is_sensitive=True)

    told = [attention(of_the_young, Traffic(views=99), {(Act.USEFUL, "yes"): times}) for times in (19, 20)]

    assert [answer.rows[1].outcome.is_shown for answer in told] == [False, True]


def test_a_step_is_a_count_beside_what_was_read(home, selection, count, count_act):
    count(home, LAST, views=9, reads=8)
    count_act(home, LAST, Act.REPORT, "politie", times=3)

    told = step(acts_in(selection), total(selection), outcomes=7)

    assert told.sentence == "Op een meldpunt: 3 klikken, bij 8 gelezen weergaven."
    assert told.rows[0].subject == "politie (bestaat niet meer)"
    assert told.rows[1].measure == measures.GUIDE_OUTCOMES
    assert told.rows[1].outcome.count == 7
    assert all("geen melding" in note for note in told.notes)


def test_without_views_there_is_no_share_of_nothing(home, selection):
    told = attention(selection, Traffic(), {})

    assert told.sentence == "Er zijn nog geen weergaven."
    assert [row.outcome.n for row in told.rows if row.outcome.is_shown] == []
