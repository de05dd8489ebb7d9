import re

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.http import urlencode

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.seats import make_seats
from campagne.guided.leading.acting import Action
from campagne.guided.sessions.script import Kind
from campagne.guided.taking_part.presence import presence_of
from campagne.quiz.models import Attempt, Response
from tests.guided.paper.conftest import PLACES, SHEET, leader, typed
from tests.quiz.conftest import NO, YES

pytestmark = pytest.mark.django_db


def counting(**chosen) -> list[str]:
    rows = Response.objects.counting().filter(**chosen).order_by("attempt__started_at", "pk")
    return list(rows.values_list("pattern", flat=True))


def test_a_sheet_is_kept_with_what_it_was_given_on_and_marked_as_on_a_screen(presenter):
    response = presenter.types_in(typed(1, *SHEET))

    assert response.status_code == 303
    assert counting(medium="paper") == ["1", "1+3", "dont_know", "2", "2", "1", "skipped"]
    marks = Response.objects.filter(block="measure_pre").order_by("pk").values_list("is_right", flat=True)
    assert list(marks) == [False, True, None]
    attempt, participant = Attempt.objects.get(), Participant.objects.get()
    assert (attempt.pk, attempt.cluster) == (participant.pk, presenter.lesson.session.cluster)
    assert (participant.sheet, participant.device) == (1, 0)
    assert presence_of(presenter.lesson.session).present == 0


def test_what_is_kept_is_shown_as_it_was_typed(presenter):
    presenter.types_in(typed(2, *SHEET))

    page = presenter.gets("entry").content.decode()

    assert "Opgeslagen: 1 blad met 7 antwoorden." in page
    for place, letters in zip(PLACES, SHEET, strict=True):
        assert re.search(rf'name="2\.{place}" value="{re.escape(letters)}"', page), place


def test_saving_twice_changes_nothing(presenter):
    for _ in range(2):
        presenter.types_in(typed(1, *SHEET), typed(2, *SHEET))

    assert (Attempt.objects.count(), Response.objects.count()) == (2, 14)


def test_a_correction_counts_also_of_what_was_measured_before_and_also_back_to_what_it_was(presenter):
    presenter.types_in(typed(1, *SHEET))

    for letter in ("b", "a", "b", "a"):
        presenter.types_in(typed(1, letter, *SHEET[1:]))
        assert counting(block="measure_pre")[-1] == {"a": "1", "b": "2"}[letter]

    assert Response.objects.counting().count() == 7


def test_every_slip_is_told_at_its_cell_and_rows_without_one_are_kept(presenter):
    response = presenter.types_in(typed(1, *SHEET), typed(2, "x", "aa", *SHEET[2:]), typed(3, *SHEET))

    page = response.content.decode()
    assert response.status_code == 422
    assert {participant.sheet for participant in Participant.objects.all()} == {1, 3}
    assert page.count('aria-invalid="true"') == 2
    assert 'href="#c2-2"' in page
    assert 'value="x"' in page
    assert 'value="aa"' in page
    assert "Blad 2, vraag 2: Er staat ‘x’." in page


def test_a_cell_that_was_kept_is_not_emptied_by_accident(presenter):
    presenter.types_in(typed(1, *SHEET))

    response = presenter.types_in(typed(1, "", *SHEET[1:]))

    assert response.status_code == 422
    assert "Hier stond ‘a’. Typ dat weer" in response.content.decode()
    assert counting(block="measure_pre") == ["1", "1+3", "dont_know"]


def test_a_sheet_that_is_not_all_typed_in_yet_is_completed_later(presenter):
    presenter.types_in(typed(1, *SHEET[:3]))
    presenter.types_in(typed(1, *SHEET))

    assert len(counting()) == 7


def test_a_sheet_with_a_seat_card_goes_on_with_the_attempt_of_who_was_on_a_tablet(presenter):
    running = presenter.lesson
    seat = make_seats(running.session, 2)[0]
    holder = running.participant(seat=seat)
    running.goes_to(Kind.QUESTION)
    running.takes(holder, 2, NO)

    presenter.types_in(typed(5, "a", "", "", "", "b", "a", "?", seat=seat.digits))

    holder.refresh_from_db()
    assert (Attempt.objects.get().pk, holder.sheet, holder.device) == (holder.pk, 5, 1)
    told = Response.objects.counting().order_by("pk").values_list("block", "pattern", "medium")
    assert list(told) == [
        ("measure_pre", "1", "paper"),
        ("measure_post", "2", "paper"),
        ("measure_post", "1", "paper"),
        ("measure_post", "dont_know", "paper"),
    ]


def test_a_tablets_answer_stays_a_tablets_answer_beside_those_on_paper(presenter):
    running = presenter.lesson
    seat = make_seats(running.session, 1)[0]
    holder = running.participant(seat=seat)
    running.goes_to(Kind.QUESTION)
    running.takes(holder, 2, YES)

    presenter.types_in(typed(5, "", "", "", "", "b", seat=seat.digits))

    told = Response.objects.counting().order_by("pk").values_list("block", "pattern", "medium")
    assert list(told) == [("measure_pre", "1", "screen"), ("measure_post", "2", "paper")]


def test_a_card_that_is_filled_in_later_joins_the_sheet_to_its_holder(presenter):
    running = presenter.lesson
    seat = make_seats(running.session, 1)[0]
    holder = running.participant(seat=seat)
    presenter.types_in(typed(5, *SHEET))

    response = presenter.types_in(typed(5, *SHEET, seat=seat.digits))

    assert response.status_code == 303
    assert (Attempt.objects.get().pk, Participant.objects.get().pk) == (holder.pk, holder.pk)


@pytest.mark.parametrize(
    ("digits", "says"),
    [
        pytest.param("12345", "Dit is geen nummer van een plaatskaart", id="a slip of the finger"),
        pytest.param("other", "Deze kaart hoort niet bij deze les", id="a card of another lesson"),
        pytest.param("taken", "Deze kaart staat al bij blad 1", id="a card on another sheet"),
    ],
)
def test_a_card_that_does_not_fit_is_told_at_its_cell(presenter, digits, says):
    mine, other = make_seats(presenter.lesson.session, 2)
    presenter.types_in(typed(1, *SHEET, seat=mine.digits))
    number = {"other": other.digits, "taken": mine.digits}.get(digits, digits)
    other.delete()

    response = presenter.types_in(typed(2, *SHEET, seat=number))

    assert response.status_code == 422
    assert says in response.content.decode()
    assert Attempt.objects.count() == 1


def test_who_answered_the_last_part_on_paper_came_to_the_end_also_after_the_lesson_was_closed(presenter):
    presenter.types_in(typed(1, *SHEET), typed(2, *SHEET[:4]))
    presenter.lesson.does(Action.NEXT, Action.FINISH)
    presenter.types_in(typed(3, *SHEET), typed(4, *SHEET[:4]))

    finished = Attempt.objects.exclude(finished_at=None).values("pk")
    assert sorted(Participant.objects.filter(pk__in=finished).values_list("sheet", flat=True)) == [1, 3]
    assert len(counting()) == 22


def test_paper_is_written_down_as_given_when_the_group_met(presenter):
    met = presenter.lesson.session.meetings.get().started_at
    presenter.types_in(typed(1, *SHEET))

    assert set(Response.objects.values_list("answered_at", flat=True)) == {met}
    assert Attempt.objects.get().started_at == met <= timezone.now()


def test_forty_sheets_of_ten_questions_fit_in_one_form():
    fields = {f"{sheet}.{place}": "abc" for sheet in range(1, 41) for place in range(10, 30)}
    seats = {f"{sheet}.k": "12345" for sheet in range(1, 41)}

    assert len(urlencode({**fields, **seats})) < settings.PUBLIC_POST_MAX_BYTES


def test_every_cell_is_named_by_its_row_and_its_column_and_nothing_needs_a_script(presenter):
    page = presenter.gets("entry", bladen="3").content.decode()

    names = set(re.findall(r'id="([vr]\d+)"', page))
    named = re.findall(r'<input class="entry-grid__cell"[^>]*aria-labelledby="(r\d+) (v\d+)"', page)
    assert len(named) == len(set(named)) == 8 * len(PLACES)
    assert {name for pair in named for name in pair} <= names


def test_more_sheets_are_asked_for_without_losing_what_was_typed(presenter):
    response = presenter.types_in(typed(1, *SHEET), {"more": "1"})

    assert "?bladen=11" in response["Location"]
    assert len(counting()) == 7


def test_a_lesson_that_did_not_begin_takes_no_sheets(planned):
    response = leader(planned).gets("entry")

    assert response.status_code == 409
    assert "nog niet begonnen" in response.content.decode()
    assert response["Cache-Control"] == "no-store"
