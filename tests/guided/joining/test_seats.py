import pytest

from campagne.guided.codes import is_seat_number
from campagne.guided.joining.seats import SeatCard, make_seats

pytestmark = pytest.mark.django_db


def test_cards_are_made_until_there_are_enough_and_those_that_were_printed_stay(planned):
    first = make_seats(planned.session, 6)
    again = make_seats(planned.session, 6)
    more = make_seats(planned.session, 8)

    assert [seat.pk for seat in first] == [seat.pk for seat in again] == [seat.pk for seat in more][:6]
    assert [seat.number for seat in more] == list(range(1, 9))
    assert len({seat.words for seat in more}) == len({seat.digits for seat in more}) == 8
    assert all(is_seat_number(seat.digits) for seat in more)


def test_there_are_no_more_cards_than_pictures(planned):
    with pytest.raises(ValueError, match="expected at most"):
        make_seats(planned.session, 65)

    assert not SeatCard.objects.exists()
