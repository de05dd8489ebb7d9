"""Visitors are invented, but believably and the same for a seed."""

from campagne.demo.habits import first_part, popularity, visitor


def test_the_same_seed_gives_the_same_visitors():
    first, again, other = visitor(1, 7), visitor(1, 7), visitor(2, 7)

    assert (first.device, first.knowledge, first.chance.random()) == (
        again.device,
        again.knowledge,
        again.chance.random(),
    )
    assert first.knowledge != other.knowledge


def test_a_crowd_knows_more_than_half_and_not_everything():
    crowd = [visitor(1, number) for number in range(400)]

    assert 0.6 < sum(person.knowledge for person in crowd) / 400 < 0.73
    assert 0 < sum(not person.has_script for person in crowd) < 25
    assert 0 < sum(person.refuses_counting for person in crowd) < 35
    assert len({person.device for person in crowd}) == 5


def test_a_short_text_is_read_by_more_people_than_a_long_one():
    short = sum(visitor(1, number).reads(5) for number in range(400))
    long = sum(visitor(1, number).reads(120) for number in range(400))

    assert short > long > 0


def test_the_kind_of_a_page_is_its_first_part_also_below_a_municipality():
    assert first_part("/") == ""
    assert first_part("/modules/reboot/stap/2/") == "modules"
    assert first_part("/gemeenten/stein/campagnes/stein-praat-erover/") == "campagnes"
    assert first_part("/gemeenten/stein/") == "gemeenten"


def test_every_page_is_found_by_somebody_and_the_front_page_by_most():
    paths = ["/", "/campagnes/a/", "/toegankelijkheid/"]

    weights = popularity(paths, seed=3)

    assert min(weights) > 0
    assert max(weights[1:]) < 61
    assert weights == popularity(paths, seed=3)


def test_people_are_sent_to_the_quiz_that_measures_before_and_after():
    usual, measuring = popularity(["/quiz/bank-belt/", "/quiz/wat-weet-u-van-oplichting/"], seed=3)

    assert measuring > usual
