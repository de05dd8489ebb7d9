from datetime import date, timedelta

import pytest
from django.urls import reverse

from campagne.measurement.dashboard.quality import Coverage, coverage
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.periods import last_days
from campagne.serving.models import GivenOut


@pytest.fixture
def give_out():
    def write(page, day: date, times: int) -> None:
        GivenOut.objects.create(day=day, path=page.url, page_id=page.pk, count=times)

    return write


def of(today, pages=None) -> Selection:
    return Selection(last_days(today, 28), pages, (), today)


def test_before_the_server_counted_it_is_unknown(home, today, count):
    count(home, today, views=5)

    assert coverage(of(today)) is None


def test_only_days_that_both_counted_are_compared(home, today, count, give_out):
    count(home, today - timedelta(days=2), views=90)
    count(home, today, views=30)
    give_out(home, today, 40)

    assert coverage(of(today)) == Coverage(given_out=40, seen=30)
    assert coverage(of(today)).in_a_hundred == 75


def test_another_page_is_left_out_and_so_is_what_is_no_page(home, today, count, give_out):
    give_out(home, today, 40)
    GivenOut.objects.create(day=today, path="/privacy/", count=7)

    assert coverage(of(today)) == Coverage(given_out=40, seen=0)
    assert coverage(of(today, pages=[home.pk + 1])) is None


def test_behind_a_cache_more_is_seen_than_given_and_no_share_is_told():
    assert Coverage(given_out=10, seen=25).in_a_hundred is None


def test_the_dashboard_says_both_numbers(client, regional_editor, home, today, count, give_out):
    client.force_login(regional_editor)
    count(home, today, views=30)
    give_out(home, today, 40)

    screen = client.get(reverse("figures")).content.decode()

    assert "De server gaf deze pagina's 40 keer. Bij 30 daarvan" in screen
    assert "75 van elke 100" in screen
