from datetime import timedelta

import pytest

from campagne.measurement.attention.offered import offer_gaps
from campagne.measurement.attention.signal import Proposal, Signal
from campagne.measurement.attention.subject import Subject
from campagne.measurement.offer.gathered import gather
from doelgroepen.models import TargetGroup, Theme
from tests.measurement.attention.conftest import TODAY

pytestmark = pytest.mark.django_db
LONG_AGO = TODAY - timedelta(days=400)


@pytest.fixture
def red_thread(young):
    TargetGroup.objects.filter(pk=young.pk).update(is_red_thread=True)
    return young


def found() -> dict[Subject, Signal]:
    return {signal.about: signal for signal in offer_gaps(gather(TODAY))}


def test_what_the_red_thread_misses_everywhere_is_one_signal_that_proposes_a_page(cybercrime, red_thread):
    signal = found()[Subject(cybercrime.pk, red_thread.pk)]

    assert signal.sentence == "Er is geen nagekeken pagina en geen nagekeken quiz."
    assert (signal.proposal, signal.page, signal.size) == (Proposal.MAKE_PAGE, None, 2)


def test_with_a_page_a_quiz_is_proposed(cybercrime, red_thread, write):
    write("Pagina", red_thread)

    assert found()[Subject(cybercrime.pk, red_thread.pk)].proposal == Proposal.MAKE_QUIZ


def test_what_is_there_and_stale_is_looked_over_before_anything_is_made(cybercrime, red_thread, write):
    page = write("Oud", red_thread, reviewed_on=LONG_AGO)

    signal = found()[Subject(cybercrime.pk, red_thread.pk)]

    assert signal.sentence == "Er is geen nagekeken pagina en geen nagekeken quiz. Niet op tijd nagekeken: 1 pagina."
    assert (signal.proposal, signal.page) == (Proposal.LOOK_OVER, page.pk)


def test_what_one_municipality_has_the_other_lacks(cybercrime, red_thread, write, ask, stein, beek):
    write("Van Stein", red_thread, place=stein)
    ask("Quiz", red_thread, place=stein)

    about = {one for one in found() if one.group == red_thread.pk}

    assert about == {Subject(cybercrime.pk, red_thread.pk, beek.pk)}


def test_a_cell_where_all_went_stale_is_a_signal_for_any_group(cybercrime, old, write):
    page = write("Oud", reviewed_on=LONG_AGO)

    signal = found()[Subject(cybercrime.pk, old.pk)]

    assert (signal.sentence, signal.page) == ("Niet op tijd nagekeken: 1 pagina.", page.pk)


def test_one_fresh_page_is_enough_for_a_group_that_is_no_red_thread(cybercrime, old, write):
    write("Oud", reviewed_on=LONG_AGO)
    write("Nieuw")

    assert found() == {}


def test_what_went_stale_in_stein_is_for_stein(cybercrime, old, write, stein):
    write("Oud", place=stein, reviewed_on=LONG_AGO)

    assert Subject(cybercrime.pk, old.pk, stein.pk) in found()
    assert Subject(cybercrime.pk, old.pk) not in found()


def test_a_group_that_finds_nothing_is_told_once_with_the_themes(cybercrime, old, write):
    Theme.objects.create(name="Ondermijning", slug="ondermijning")
    write("Iets")

    signal = found()[Subject(group=old.pk)]

    assert signal.sentence == "Over 1 van de 2 thema's is er nog niets: Ondermijning."
    assert (signal.proposal, signal.size) == (Proposal.SEE_OFFER, 1)


def test_a_region_without_anything_to_offer_yet_has_no_signals(home):
    assert found() == {}
