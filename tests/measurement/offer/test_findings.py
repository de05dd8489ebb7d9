from datetime import date

import pytest

from campagne.measurement.offer.findings import lacking, too_old
from campagne.measurement.offer.review import Review
from tests.measurement.offer.pieces import BEEK, CYBER, OLD, STEIN, YOUNG, an_offer, piece

pytestmark = pytest.mark.once


def test_nothing_is_said_when_all_is_there():
    assert lacking(an_offer(piece(CYBER, YOUNG, quiz=1))) == []


def test_a_gap_says_what_lacks_where_and_what_to_do():
    (finding,) = lacking(an_offer())

    assert finding.what == "Cybercrime, Jongeren: geen nagekeken pagina en geen nagekeken quiz, in de hele regio."
    assert finding.todo.startswith("Maak een pagina en een quiz over dit thema")


def test_looking_over_what_is_there_is_told_before_making_something():
    (finding,) = lacking(an_offer(piece(CYBER, YOUNG, title="Ken je grens", quiz=3, review=Review.OVERDUE)))

    assert finding.todo.startswith("Kijk ‘Ken je grens’ na")


@pytest.mark.parametrize(
    ("places", "count"),
    [
        pytest.param(None, 1, id="of all"),
        pytest.param([STEIN], 1, id="of who lacks it"),
        pytest.param([BEEK], 0, id="of who has it"),
        pytest.param([], 0, id="of nobody"),
        pytest.param([None], 1, id="of the region"),
    ],
)
def test_a_gap_is_told_to_whom_it_concerns(places, count):
    offer = an_offer(piece(CYBER, YOUNG, quiz=1, municipality=BEEK.pk))

    assert len(lacking(offer, places)) == count


def test_a_page_of_another_municipality_is_named_to_nobody_else():
    offer = an_offer(piece(CYBER, YOUNG, title="Van Beek", municipality=BEEK.pk, review=Review.NEVER))

    assert "Van Beek" in lacking(offer)[0].todo
    assert "Van Beek" in lacking(offer, [BEEK])[0].todo
    assert not any("Van Beek" in finding.todo for places in ([STEIN], [None]) for finding in lacking(offer, places))


def test_without_a_red_thread_nobody_watches_over_it_and_that_is_said():
    (finding,) = lacking(an_offer(groups=(OLD,)))

    assert "rode draad" in finding.what
    assert lacking(an_offer(themes=(), groups=())) == []


def test_what_is_too_old_says_since_when_and_how_long_it_holds():
    old = piece(title="Wet", review=Review.OVERDUE, reviewed_on=date(2025, 1, 2))
    never = piece(title="Bank", kind="meldpunt", review=Review.NEVER, reviewed_on=None, is_contact=True)

    told = list(too_old([old, never]))

    assert told[0].what == "Artikel ‘Wet’: nagekeken op 02-01-2025."
    assert "elk jaar" in told[0].todo
    assert "‘nagekeken op’" in told[0].todo
    assert told[1].what == "Meldpunt ‘Bank’: nooit nagekeken."
    assert "‘gecontroleerd op’" in told[1].todo
