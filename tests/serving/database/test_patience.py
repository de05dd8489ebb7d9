import pytest
from django.db import OperationalError, transaction

from campagne.serving.database.patience import TIMES, patiently


class Busy:
    """Fails so many times, and then says how often it was asked."""

    def __init__(self, fails: int, words: str = "database is locked: other writers did not finish") -> None:
        self.fails, self.words, self.asked = fails, words, 0

    def __call__(self) -> int:
        self.asked += 1
        if self.asked <= self.fails:
            raise OperationalError(self.words)
        return self.asked


@pytest.mark.django_db(transaction=True)
def test_what_waits_for_others_is_done_when_they_are_ready():
    assert patiently(Busy(TIMES - 1)) == TIMES


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("busy", "asked"),
    [
        pytest.param(Busy(99), TIMES, id="always others first"),
        pytest.param(Busy(99, "connection refused"), 1, id="no database at all"),
    ],
)
def test_it_does_not_go_on_without_end(busy, asked):
    with pytest.raises(OperationalError):
        patiently(busy)

    assert busy.asked == asked


@pytest.mark.django_db
def test_inside_a_transaction_it_is_not_done_again():
    busy = Busy(1)

    with transaction.atomic(), pytest.raises(OperationalError):
        patiently(busy)

    assert busy.asked == 1
