from datetime import date, timedelta

import pytest

from campagne.measurement.attention.closing import ClosingForm, close, days_of, events_for
from campagne.measurement.models import ContextEvent
from tests.measurement.attention.conftest import NOON, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(home):
    def write(title: str = "Actie", begins: date = date(2026, 11, 10), ends: date | None = None, **told):
        return ContextEvent.objects.create(title=title, begins=begins, ends=ends, **told)

    return write


def titles(card, user) -> list[str]:
    return [event.title for event in events_for(card, user, TODAY)]


def test_events_in_the_days_of_the_card_may_explain_it(card, event, regional_editor):
    event("Ervoor", date(2026, 10, 1), date(2026, 11, 1))
    event("Erin")
    event("Loopt nog", date(2026, 9, 1))
    event("Nog niet", TODAY + timedelta(days=1))

    assert titles(card(), regional_editor) == ["Erin", "Loopt nog"]


def test_events_about_other_groups_or_places_do_not(card, event, regional_editor, young, beek, stein):
    event("Voor jongeren").groups.add(young)
    event("In Beek", municipality=beek)
    event("Voor allen")

    assert titles(card(municipality=stein), regional_editor) == ["Voor allen"]


def test_an_editor_of_stein_does_not_read_what_happened_in_beek(card, event, editor_of_stein, beek):
    event("Van Beek", municipality=beek)

    assert titles(card(), editor_of_stein) == []


def test_a_card_without_days_of_its_own_is_about_the_last_four_weeks(card):
    assert days_of(card(figures={"size": 1}), TODAY).days == 28


@pytest.mark.parametrize("sent", [{}, {"explanation": ""}, {"explanation": "9999"}, {"explanation": "x" * 9999}])
def test_without_a_choice_that_is_there_nothing_is_closed(db, sent):
    form = ClosingForm(sent, events=ContextEvent.objects.all())

    assert not form.is_valid()
    assert "Kies" in form.errors["explanation"][0]


def test_closing_keeps_who_when_and_what_explains_it(card, event, regional_editor):
    one, why = card(), event()
    form = ClosingForm({"explanation": str(why.pk)}, events=ContextEvent.objects.all())
    assert form.is_valid()

    assert close(one, form.event, by=regional_editor, at=NOON)

    one.refresh_from_db()
    assert (one.closed_by, one.closed_at, one.event, one.is_unexplained) == (regional_editor, NOON, why, False)


def test_unexplained_is_an_answer_too(card, regional_editor):
    one = card()
    form = ClosingForm({"explanation": "onverklaard"}, events=ContextEvent.objects.none())
    assert form.is_valid()

    close(one, form.event, by=regional_editor, at=NOON)

    one.refresh_from_db()
    assert (one.event, one.is_unexplained) == (None, True)


def test_of_two_who_close_at_once_the_first_is_kept(card, regional_editor, editor_of_stein):
    one = card()

    assert close(one, None, by=regional_editor, at=NOON)
    assert not close(one, None, by=editor_of_stein, at=NOON + timedelta(minutes=1))

    one.refresh_from_db()
    assert one.closed_by == regional_editor
