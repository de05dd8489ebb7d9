"""The lines of the table of pages: shares with their range, and answers that are too few are not shown."""

from datetime import date

import pytest

from campagne.content.page import PageTargetGroup
from campagne.measurement.dashboard.page_rows import page_rows
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.models import Act
from campagne.measurement.periods import Period, last_days
from doelgroepen.models import TargetGroup


@pytest.fixture
def line_of(page, today):
    """The line of the page, after what was counted of it."""

    def make(traffic: Traffic):
        (row,) = page_rows(Selection(last_days(today, 28), None, (), today), [page.pk], {page.pk: traffic})
        return row

    return make


@pytest.mark.parametrize(
    ("traffic", "read"),
    [
        pytest.param(Traffic(100, 50, 62), "62 van de 100 (52 tot 71)", id="many views"),
        pytest.param(Traffic(5, 2, 4), "4 van de 5", id="few views"),
        pytest.param(Traffic(), "", id="no views"),
    ],
)
def test_a_page_says_how_much_of_it_is_read(line_of, traffic, read):
    assert line_of(traffic).read == read


@pytest.mark.parametrize(
    ("yes", "no", "useful"),
    [
        pytest.param(0, 0, "", id="nobody answered"),
        pytest.param(3, 1, "te weinig antwoorden", id="too few"),
        pytest.param(3, 2, "3 van de 5", id="enough"),
        pytest.param(0, 6, "0 van de 6", id="no and nothing else"),
    ],
)
def test_a_page_says_who_found_it_of_use(line_of, page, today, count_act, yes, no, useful):
    for answer, times in (("yes", yes), ("no", no)):
        if times:
            count_act(page, today, Act.USEFUL, answer, times=times)
    count_act(page, today, Act.REPORT, "politie", times=99)

    assert line_of(Traffic()).useful == useful


def test_answers_of_a_sensitive_group_stay_inside_longer(line_of, page, today, count_act):
    group = TargetGroup.objects.create(name="Jongeren", self_description="Ik ben jong", is_sensitive=True)
    PageTargetGroup.objects.create(content_object=page, tag=group)
    count_act(page, today, Act.USEFUL, "yes", times=19)

    assert line_of(Traffic()).useful == "te weinig antwoorden"


def test_a_page_that_is_gone_keeps_its_line(page, today):
    gone = page.pk + 1000

    (row,) = page_rows(Selection(last_days(today, 28), None, (), today), [gone], {gone: Traffic(views=3)})

    assert row.title == f"verwijderde pagina {gone}"


def test_more_pages_take_no_more_questions(page, home, today, django_assert_num_queries):
    pages = [page.pk, home.pk, *(found.pk for found in home.get_children())]
    period = Period(date(2027, 1, 9), date(2027, 3, 20))

    with django_assert_num_queries(5):
        page_rows(Selection(period, None, (), date(2027, 6, 1)), pages, dict.fromkeys(pages, Traffic()))
