from datetime import date, timedelta

import pytest

from campagne.measurement.context.event import Direction, EventKind
from campagne.measurement.context.happening import events_chosen, happenings_in
from campagne.measurement.models import ContextEvent
from campagne.measurement.periods import Period, last_days
from doelgroepen.models import TargetGroup, Theme


@pytest.fixture
def cybercrime(home):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime")


@pytest.fixture
def young(home):
    return TargetGroup.objects.create(name="Jongeren", self_description="jong")


def test_events_are_numbered_from_the_first(event, today):
    event("Later", begins=today)
    event("Eerder", begins=today - timedelta(days=3))
    event("Te vroeg", begins=today - timedelta(days=90), ends=today - timedelta(days=80))

    told = happenings_in(ContextEvent.objects.all(), last_days(today, 28))

    assert [(one.number, one.title) for one in told] == [(1, "Eerder"), (2, "Later")]


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        pytest.param(date(2026, 5, 3), "3 mei 2026", id="one day"),
        pytest.param(date(2026, 5, 9), "3 mei 2026 tot en met 9 mei 2026", id="some days"),
        pytest.param(None, "vanaf 3 mei 2026, nog niet voorbij", id="not over"),
    ],
)
def test_the_days_of_an_event_are_said_in_words(event, ends, words):
    event(begins=date(2026, 5, 3), ends=ends)

    (told,) = happenings_in(ContextEvent.objects.all(), Period(date(2026, 5, 1), date(2026, 5, 31)))

    assert told.days == words
    assert (told.span.first, told.span.last) == (date(2026, 5, 3), ends)


def test_an_event_says_what_it_is_about_and_what_was_expected(event, cybercrime, young, stein, today):
    event(
        kind=EventKind.POLICE, expected=Direction.UP, themes=[cybercrime], groups=[young], municipality=stein,
        source="https://example.org/",
    )  # fmt: skip

    (told,) = happenings_in(ContextEvent.objects.all(), last_days(today, 7))

    assert told.kind == "actie van de politie"
    assert told.expected == "omhoog"
    assert told.about == "Stein, Cybercrime, Jongeren"
    assert told.source == "https://example.org/"


def test_what_names_nothing_is_about_everything_that_is_chosen(event, cybercrime, young, regional_editor):
    other = Theme.objects.create(name="Ondermijning", slug="ondermijning")
    event("Alles"), event("Dit thema", themes=[cybercrime, other]), event("Ander thema", themes=[other])
    event("Deze groep", groups=[young])

    chosen = events_chosen(regional_editor, {"thema": cybercrime, "doelgroep": young}, sees_all=True)

    assert sorted(found.title for found in chosen) == ["Alles", "Deze groep", "Dit thema"]


def test_an_editor_of_stein_meets_no_event_of_beek(event, stein, beek, editor_of_stein):
    event("Regio"), event("Stein", municipality=stein), event("Beek", municipality=beek)

    seen = events_chosen(editor_of_stein, {}, sees_all=False)

    assert sorted(found.title for found in seen) == ["Regio", "Stein"]


def test_the_number_of_questions_does_not_grow_with_events(event, cybercrime, today, django_assert_num_queries):
    for number in range(30):
        event(str(number), themes=[cybercrime])

    with django_assert_num_queries(3):
        assert len(happenings_in(ContextEvent.objects.all(), last_days(today, 7))) == 30
