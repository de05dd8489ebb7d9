import pytest

from campagne.measurement.attention.clicks import clicks_per_page, clicks_watched, page_that_lost_most
from campagne.measurement.attention.labelled_pages import labelled_pages, pages_about
from campagne.measurement.attention.subject import Subject
from tests.measurement.attention.conftest import HALVED, STEADY, WEEKS

pytestmark = pytest.mark.django_db


def test_clicks_of_pages_are_added_up_with_what_was_read_there(write, click, cybercrime, old, stein):
    click(write("Regio"), STEADY, [100] * 16)
    click(write("Stein", place=stein), STEADY, [50] * 16)

    watched = clicks_watched(clicks_per_page(WEEKS), labelled_pages())

    assert {about: (one.recent, sum(one.weights[12:])) for about, one in watched.items()} == {
        Subject(cybercrime.pk): (240, 600),
        Subject(cybercrime.pk, old.pk): (240, 600),
        Subject(cybercrime.pk, old.pk, stein.pk): (120, 200),
    }


def test_a_page_for_two_groups_counts_for_the_theme_alone(write, click, cybercrime, old, young):
    click(write("Samen", old, young), STEADY, [100] * 16)

    assert clicks_watched(clicks_per_page(WEEKS), labelled_pages()).keys() == {Subject(cybercrime.pk)}


def test_reading_a_page_without_a_place_to_report_makes_no_click_late(write, click):
    click(write("Met meldpunt"), STEADY, [100] * 16)
    click(write("Zonder"), [0] * 16, [100] * 12 + [900] * 4)

    (series,) = {one for one in clicks_watched(clicks_per_page(WEEKS), labelled_pages()).values() if one.exposures}

    assert sum(series.weights[12:]) == 400


def test_the_page_where_most_clicks_stayed_away_is_named(write, click, cybercrime, old):
    click(write("Zoals altijd"), STEADY, [100] * 16)
    lost = write("Kapotte knop")
    click(lost, HALVED, [100] * 16)

    pages = pages_about(Subject(cybercrime.pk, old.pk), labelled_pages())

    assert page_that_lost_most(clicks_per_page(WEEKS), pages) == lost.pk
    assert page_that_lost_most({}, pages) is None
