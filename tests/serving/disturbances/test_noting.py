"""What happens often takes no more room than what happens once, and too many different things are one."""

from campagne.serving.disturbances import noting
from campagne.serving.disturbances.noting import MOST_WAITING, OTHER, Happening, Kind, Tally, note, put_back, take


def test_the_same_is_counted_with_its_first_last_and_slowest():
    for seconds in (3.0, 9.0, 6.0):
        note(Kind.SLOW_REQUEST, "GET zoeken/", "antwoord 200", seconds)

    ((happening, tally),) = take().items()

    assert happening == Happening(Kind.SLOW_REQUEST, "GET zoeken/", "antwoord 200")
    assert (tally.count, tally.longest) == (3, 9.0)
    assert tally.first_at <= tally.last_at
    assert take() == {}


def test_what_could_not_be_written_waits_with_what_came_meanwhile():
    was = Happening(Kind.ERROR, "ValueError", "a.py:3 f")
    note(*vars(was).values())

    put_back({was: Tally(2, 10.0, 20.0)})

    assert (take()[was].count, noting.take()) == (3, {})


def test_there_is_an_end_to_what_is_kept_in_memory():
    for number in range(MOST_WAITING + 50):
        note(Kind.ERROR, f"fout {number} {'x' * 500}", "y" * 500)

    taken = take()

    assert len(taken) == MOST_WAITING + 1
    assert taken[Happening(Kind.ERROR, OTHER, "")].count == 50
    assert max(len(happening.what + happening.place) for happening in taken) <= 500
