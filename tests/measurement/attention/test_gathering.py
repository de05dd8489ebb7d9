from datetime import timedelta

import pytest

from campagne.figures.verdicts import LADDER, check_words
from campagne.measurement.attention.gathering import findings_on
from campagne.measurement.attention.keeping import look_again
from campagne.measurement.attention.signal import RUNGS
from campagne.measurement.attention.subject import Subject
from campagne.measurement.models import AttentionCard
from doelgroepen.models import TargetGroup, Theme
from tests.measurement.attention.conftest import HALVED, NOON, STEADY, TODAY

pytestmark = pytest.mark.django_db


def test_every_reason_that_is_found_says_no_more_than_its_rung_can_know(
    visit, write, click, cybercrime, old, young, since_the_beginning
):
    Theme.objects.create(name="Ondermijning", slug="ondermijning")
    TargetGroup.objects.filter(pk=young.pk).update(is_red_thread=True)
    click(write("Met meldpunt"), HALVED, [100] * 16)
    write("Oud", reviewed_on=TODAY - timedelta(days=900))
    visit(cybercrime, old, HALVED)

    found = findings_on(TODAY).signals

    assert {str(signal.gap) for signal in found} == {"reach", "step", "offer"}
    for signal in found:
        for rung in LADDER if RUNGS[signal.gap] is None else [RUNGS[signal.gap]]:
            check_words(signal.sentence, rung=rung)


def test_counts_of_a_group_that_is_gone_raise_nothing_and_break_nothing(
    visit, write, cybercrime, old, young, since_the_beginning
):
    write("Voor jongeren", young)
    visit(cybercrime, old, HALVED)
    visit(cybercrime, young, STEADY)
    old.delete()

    assert look_again(NOON) == 0
    assert not AttentionCard.objects.exists()


def test_a_municipality_that_nobody_came_in_is_not_told_for_each_of_its_cells(
    cybercrime, old, stein, since_the_beginning
):
    about = {one.about for one in findings_on(TODAY).unknown}

    assert Subject(cybercrime.pk, old.pk) in about
    assert Subject(cybercrime.pk, old.pk, stein.pk) not in about
