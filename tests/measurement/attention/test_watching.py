import pytest

from campagne.figures.verdicts import REACH, STEP, check_words
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.labelled_pages import labelled_pages
from campagne.measurement.attention.signal import Proposal
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.watching import watch
from campagne.measurement.models import DayCell, DayPage
from tests.measurement.attention.conftest import HALVED, STEADY, WEEKS

pytestmark = pytest.mark.django_db


def watched(*subjects: Subject):
    return watch(WEEKS, labelled_pages(), subjects)


def test_fewer_visits_of_a_group_propose_a_way_in_to_a_page_for_them(
    visit, write, cybercrime, old, young, since_the_beginning
):
    page = write("Voor ouderen")
    visit(cybercrime, old, HALVED)
    visit(cybercrime, young, STEADY)

    (signal,) = watched().signals()

    assert (signal.gap, signal.about) == (Gap.REACH, Subject(cybercrime.pk, old.pk))
    assert (signal.proposal, signal.page) == (Proposal.PUT_UP_ENTRANCE, page.pk)
    assert signal.size == pytest.approx(0.6)
    assert signal.sentence.startswith("Van 2 nov tot en met 29 nov 2026: 48 bezoeken. Vergeleken met")
    assert signal.numbers["count"] == 48 < signal.numbers["low"] < 120 == signal.numbers["expected"]
    check_words(signal.sentence, rung=REACH)


def test_a_way_in_at_a_place_may_lead_to_a_page_of_the_region(
    visit, write, cybercrime, old, stein, since_the_beginning
):
    page = write("Van de regio")
    visit(cybercrime, old, HALVED, place=stein)

    proposed = {signal.about.municipality: signal.page for signal in watched().signals()}

    assert proposed == {None: page.pk, stein.pk: page.pk}


def test_without_a_page_for_them_what_is_offered_is_proposed(visit, cybercrime, old, since_the_beginning):
    visit(cybercrime, old, HALVED, method="Q")

    (signal,) = watched().signals()

    assert (signal.proposal, signal.page) == (Proposal.SEE_OFFER, None)


def test_fewer_clicks_for_as_much_reading_propose_to_look_at_the_page(write, click, since_the_beginning):
    page = write("Met meldpunt")
    click(page, HALVED, [100] * 16)

    (signal,) = watched().signals()

    assert (signal.gap, signal.proposal, signal.page) == (Gap.STEP, Proposal.CHECK_CONTACT, page.pk)
    assert "48 klikken op een meldpunt, bij 400 gelezen weergaven" in signal.sentence
    check_words(signal.sentence, rung=STEP)


def test_fewer_clicks_because_less_was_read_are_no_signal(write, click, since_the_beginning):
    click(write("Met meldpunt"), HALVED, [100] * 12 + [40] * 4)

    assert list(watched().signals()) == []


def test_a_place_that_is_too_small_is_told_with_what_it_is_judged_with(
    visit, cybercrime, old, stein, since_the_beginning
):
    visit(cybercrime, old, STEADY)
    visit(cybercrime, old, [1] * 16, place=stein)

    found = watched()

    (small,) = [one for one in found.unknown if one.gap is Gap.REACH]
    assert small.about == Subject(cybercrime.pk, old.pk, stein.pk)
    assert small.why == (
        "te weinig gegevens: we verwachten 4 bezoeken in vier weken, en kijken daarom samen met de hele regio"
    )


def test_a_group_that_nobody_came_for_is_too_little_and_no_signal(visit, cybercrime, old, young, since_the_beginning):
    visit(cybercrime, old, STEADY)

    found = watched(Subject(cybercrime.pk, old.pk), Subject(cybercrime.pk, young.pk))

    assert list(found.signals()) == []
    assert [one.about for one in found.unknown if one.gap is Gap.REACH] == [Subject(cybercrime.pk, young.pk)]


@pytest.mark.parametrize(
    ("weekly", "told"),
    [
        pytest.param([0] * 15 + [1], "we verwachten geen bezoeken in vier weken", id="nobody came before"),
        pytest.param([1] + [0] * 15, "we verwachten minder dan 1 bezoek in vier weken", id="one came before"),
        pytest.param([3] + [0] * 15, "we verwachten 1 bezoek in vier weken", id="three came before"),
    ],
)
def test_what_is_expected_has_a_unit_and_is_not_rounded_to_none(
    visit, cybercrime, old, since_the_beginning, weekly, told
):
    visit(cybercrime, old, weekly)

    assert {one.why.split(": ")[1] for one in watched().unknown if one.about.group} == {told}


def test_clicks_that_are_expected_are_told_as_clicks(write, click, since_the_beginning):
    click(write("Met meldpunt"), [1] * 16, [100] * 16)

    assert "we verwachten 4 klikken in vier weken" in {one.why.split(": ")[1] for one in watched().unknown}


def test_what_was_not_counted_for_sixteen_weeks_is_not_judged(visit, cybercrime, old):
    visit(cybercrime, old, HALVED)

    found = watched()

    assert list(found.signals()) == []
    assert [(one.gap, one.why) for one in found.unknown] == [
        (Gap.REACH, "te weinig gegevens: we tellen dit sinds 12 aug 2026, en we kijken pas na zestien hele weken"),
        (Gap.STEP, "te weinig gegevens: er is nog niets geteld, en we kijken pas na zestien hele weken"),
    ]


def test_the_number_of_questions_does_not_grow_with_what_is_counted(
    visit, write, click, cybercrime, old, young, since_the_beginning, django_assert_num_queries
):
    for number in range(6):
        click(write(f"Pagina {number}"), STEADY, [100] * 16)
    for group in (old, young):
        visit(cybercrime, group, STEADY)
    pages = labelled_pages()

    with django_assert_num_queries(5):
        list(watch(WEEKS, pages, []).signals())
    assert DayCell.objects.count() > 16 < DayPage.objects.count()
