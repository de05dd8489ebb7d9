"""What a period could show, from what is counted now; said before anybody waits for it."""

from datetime import timedelta

import pytest

from campagne.figures.evaluation import Expected
from campagne.measurement.evaluation.describing import as_told, outlook_for
from campagne.measurement.evaluation.outlook import outlook
from campagne.measurement.periods import Period
from doelgroepen.models import TargetGroup

pytestmark = pytest.mark.once


@pytest.fixture
def looked(campaign, today):
    """Look ahead for reads of the campaign: `looked(smallest=5, days=28)`."""

    def look(*, smallest=5, days=28, measured="gelezen", since=None, expected=Expected.UP):
        period = Period(today + timedelta(days=1), today + timedelta(days=days))
        since = since or today - timedelta(days=400)
        return outlook(measured, [campaign.pk], period, expected, smallest, today=today, since=since)

    return look


def test_it_reckons_from_the_last_four_weeks(looked, campaign, count, today):
    count(campaign, today - timedelta(days=3), views=400, reads=200)
    count(campaign, today - timedelta(days=40), views=9000, reads=9000)

    assert [looked(days=days).coming for days in (14, 28, 56)] == [200, 400, 800]
    assert looked().visible == pytest.approx(0.099, abs=0.001)


def test_where_we_count_only_since_yesterday_two_days_stand_for_all(looked, campaign, count, today):
    count(campaign, today, views=40, reads=20)

    found = looked(since=today - timedelta(days=1))

    assert (found.looked_back, found.coming) == (2, 560)


def test_what_cannot_be_seen_is_warned_about(looked, campaign, count, today):
    count(campaign, today, views=400, reads=200)

    assert looked(smallest=5).is_too_small
    assert any("waarschijnlijk niet te zien" in words for words in looked(smallest=5).words)
    assert not any("waarschijnlijk niet te zien" in words for words in looked(smallest=12).words)


def test_of_what_was_never_counted_it_gives_an_example_and_no_warning(looked):
    [words] = looked().words

    assert words == (
        "Op deze pagina's is nog niets geteld. Ter vergelijking: met 400 weergaven is een verschil van 10 procentpunt "
        "te zien."
    )


def test_too_few_to_come_says_what_will_come_out(looked, campaign, count, today):
    count(campaign, today, views=20, reads=10)

    assert "Reken op: te weinig gegevens. Een oordeel rust op minstens 30 waarnemingen." in looked(days=28).words


def test_a_share_of_few_is_not_taken_for_true(looked, campaign, count, today):
    count(campaign, today, views=12, reads=12)

    assert looked(days=280).visible is not None


def test_few_answers_of_a_group_that_stays_inside_are_not_told(looked, campaign, count_act, today):
    group = TargetGroup.objects.create(name="Daders", self_description="Ik", is_sensitive=True)
    campaign.target_groups.add(group)
    campaign.save()
    count_act(campaign, today, "useful", "yes", 15)

    assert looked(measured="nuttig").words == ("Tot nu toe zijn er te weinig antwoorden, dus verder rekenen kan niet.",)


def test_without_a_period_or_a_measure_there_is_nothing_to_reckon(campaign, plan_for, today):
    told = as_told(plan_for(campaign))

    assert outlook_for(told, today) is not None
    assert outlook_for({**told, "ends": None}, today) is None
    assert outlook_for({**told, "measured": ""}, today) is None
