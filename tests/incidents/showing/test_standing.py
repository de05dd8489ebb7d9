"""What readers see of the course of an incident: never what was superseded, always when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from campagne.content.instruction import Language
from campagne.incidents.course import Kind, State
from campagne.incidents.models import Incident
from campagne.incidents.raising import Wanted, end, expire, update
from campagne.incidents.showing.standing import MOST_STEPS, standing_at
from campagne.incidents.showing.times import with_day
from campagne.incidents.showing.words import WORDS

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 1, 15, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def dutch(at):
    return standing_at(at, Language.DUTCH)


def test_an_update_leaves_nothing_of_what_was_before_but_that_it_was(officers):
    incident = officers.raised(at=NOON, area="Urmond", own={"nl": "Blijf thuis."})
    update(incident.pk, 1, Wanted("Stein", incident.ends_at + HOUR), officers.first, NOON + HOUR, "het duurt")

    [told] = dutch(NOON + HOUR).live

    assert (told.area, told.lines, told.updated) == ("Stein", [], "vrijdag 15 januari, 13:00 uur")
    assert [(step.clock, step.words) for step in told.steps] == [
        ("13:00 uur", "bijgewerkt: ander gebied, het duurt langer, andere aanwijzing"),
        ("12:00 uur", "eerste bericht"),
    ]
    assert "Urmond" not in repr(dutch(NOON + HOUR))


@pytest.mark.parametrize(
    ("kind", "state", "headline"),
    [
        (Kind.ALL_CLEAR, State.CLEARED, "Sein veilig"),
        (Kind.WITHDRAWAL, State.WITHDRAWN, "Ingetrokken"),
        (Kind.EXPIRY, State.EXPIRED, "Afgelopen"),
    ],
)
def test_what_is_over_is_told_for_a_day_as_over(officers, kind, state, headline):
    incident = officers.raised(at=NOON, ends_at=NOON + HOUR)
    if kind is Kind.EXPIRY:
        expire(NOON + HOUR)
    else:
        end(incident.pk, 1, kind, officers.first, NOON + HOUR, "vals alarm")

    after, [told] = dutch(NOON + 2 * HOUR), dutch(NOON + 2 * HOUR).over

    assert (after.live, after.holds_until, after.headline(WORDS[Language.DUTCH])) == (
        [],
        None,
        "Er is nu geen incident",
    )
    assert (told.state, told.over, told.over_at) == (state, headline, "vrijdag 15 januari, 13:00 uur")
    assert dutch(NOON + 26 * HOUR).over == []


def test_what_is_past_its_end_is_over_although_no_clock_noticed(officers):
    officers.raised(at=NOON, ends_at=NOON + HOUR)

    before, after = dutch(NOON + HOUR - timedelta(seconds=1)), dutch(NOON + HOUR)

    assert (len(before.live), before.holds_until) == (1, NOON + HOUR)
    assert (after.live, after.over[0].state, after.over[0].steps[0].words) == ([], State.EXPIRED, "afgelopen")
    assert Incident.objects.get().state == State.LIVE


def test_a_thousand_updates_cost_one_query_and_a_short_list(officers, django_assert_num_queries):
    incident = officers.raised(at=NOON)
    for number in range(1, 20):
        update(incident.pk, number, Wanted("Stein", incident.ends_at), officers.first, NOON + number * HOUR / 60)

    with django_assert_num_queries(1):
        [told] = dutch(NOON + HOUR).live

    assert (len(told.steps), told.steps[0].words) == (MOST_STEPS, "bijgewerkt: nagekeken, niets veranderd")


def test_an_exercise_is_never_counted_as_an_incident(officers):
    officers.raised(at=NOON, is_exercise=True)
    alone = dutch(NOON)
    officers.raised(at=NOON)
    beside = dutch(NOON)

    assert (alone.state, alone.is_exercise, alone.headline(WORDS[Language.DUTCH])) == (
        "exercise",
        True,
        "Dit is een oefening",
    )
    assert (beside.state, beside.is_exercise, beside.headline(WORDS[Language.DUTCH])) == (
        "live",
        False,
        "Er is nu een incident",
    )
    assert [told.is_exercise for told in beside.live] == [False, True]


def test_what_nobody_translated_is_told_in_dutch_and_says_so(officers):
    officers.page.texts.filter(language="de").delete()
    officers.page.refresh_from_db()
    officers.page = type(officers.page).objects.get()
    officers.raised(at=NOON)

    [told] = standing_at(NOON, Language.GERMAN).live

    assert (told.language, told.title) == ("nl", "Gaswolk: dit doet u")


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        pytest.param(
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "nl", "zondag 25 oktober, 02:30 uur (zomertijd)", id="1st"
        ),
        pytest.param(
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "de", "Sonntag, 25. Oktober, 02:30 Uhr (Winterzeit)", id="2nd"
        ),
        pytest.param(datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "en", "Sunday 25 October, 03:30", id="once"),
        pytest.param(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "nl", "zondag 29 maart, 03:30 uur", id="clock ahead"),
    ],
)
@pytest.mark.once
def test_a_moment_in_words_is_one_moment_also_when_an_hour_comes_twice(moment, language, words):
    assert with_day(moment, language) == words


def test_nothing_was_ever_told(home):
    standing = dutch(timezone.now())

    assert (standing.live, standing.over, standing.state, standing.is_exercise) == ([], [], "calm", False)
