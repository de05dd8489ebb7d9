import re

import pytest

from campagne.guided.paper.checking import sample
from campagne.guided.paper.second import SecondEntry
from campagne.quiz.models import Response
from tests.guided.paper.conftest import SHEET, typed

pytestmark = pytest.mark.django_db


def second(presenter, *rows):
    return presenter.posts("second_entry", {name: text for row in rows for name, text in row.items()})


@pytest.mark.parametrize(
    ("many", "drawn"), [(0, 0), (2, 2), (12, 3), (30, 3), (31, 4), (60, 6)], ids=lambda number: str(number)
)
def test_a_tenth_is_drawn_and_three_at_least_and_always_the_same(many, drawn):
    sheets = range(1, many + 1)

    assert len(sample("groep", sheets)) == drawn
    assert sample("groep", sheets) == sample("groep", reversed(sheets))
    assert set(sample("groep", sheets)) <= set(sheets)


def test_who_types_again_does_not_see_what_the_first_typed(presenter):
    presenter.types_in(*(typed(sheet, *SHEET) for sheet in range(1, 4)))

    page = presenter.gets("second_entry").content.decode()

    assert len(re.findall(r'<input class="entry-grid__cell"[^>]*value=""', page)) == 21
    assert "Typ 3 bladen nog een keer over" in page


def test_differences_are_counted_and_settled_by_choosing(presenter):
    presenter.types_in(*(typed(sheet, *SHEET) for sheet in range(1, 4)))

    second(presenter, typed(1, *SHEET), typed(2, "b", *SHEET[1:]), typed(3, *SHEET[:-1], "c"))
    page = presenter.gets("second_entry").content.decode()
    ours, theirs = SecondEntry.objects.get(place=9, pattern="3"), SecondEntry.objects.get(place=2, pattern="2")
    presenter.posts("second_entry", {"settle": "1", f"d{theirs.pk}": "second", f"d{ours.pk}": "first"})

    assert "2 van de 21 antwoorden verschilden." in page
    assert "a (eerste invoer)" in page
    assert "niets ingevuld (eerste invoer)" in page
    counting = Response.objects.counting().filter(attempt=theirs.participant_id)
    assert counting.get(block="measure_pre", question_version__stem="Mag de code?").pattern == "2"
    assert Response.objects.counting().filter(pattern="skipped").count() == 3
    assert "Alles is nagekeken." in presenter.gets("second_entry").content.decode()


def test_a_cell_that_is_left_empty_is_asked_for_and_whole_rows_are_kept(presenter):
    presenter.types_in(*(typed(sheet, *SHEET) for sheet in range(1, 4)))

    response = second(presenter, typed(1, *SHEET), typed(2, *SHEET[:5]), typed(3, "z", *SHEET[1:]))

    assert response.status_code == 422
    assert response.content.decode().count('aria-invalid="true"') == 3
    assert set(SecondEntry.objects.values_list("participant__sheet", flat=True)) == {1}


def test_sending_it_twice_changes_nothing(presenter):
    presenter.types_in(*(typed(sheet, *SHEET) for sheet in range(1, 4)))

    for _ in range(2):
        second(presenter, typed(1, *SHEET))

    assert SecondEntry.objects.count() == 7
    assert Response.objects.count() == 21
