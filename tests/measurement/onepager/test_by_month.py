"""What is said of the months of a drawing is made from its numbers, so that no two sheets say the same by chance."""

from datetime import date

import pytest

from campagne.measurement.onepager.by_month import GAP, MonthVisits, months_in_words

pytestmark = pytest.mark.once
OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))


def of(*visits: int | None, going_on: bool = False) -> list[MonthVisits]:
    months = zip((OCTOBER, NOVEMBER, DECEMBER), visits, strict=False)
    return [MonthVisits(month, count, is_over=not (going_on and month == DECEMBER)) for month, count in months]


@pytest.mark.parametrize(
    ("months", "said"),
    [
        pytest.param(
            of(1234, 40, 300),
            "Bezoeken per maand, van okt 2026 tot en met dec 2026: 3 maanden met een cijfer. Het meest: 1.234 in okt "
            "2026. Het minst: 40 in nov 2026. Het laatst: 300 in dec 2026.",
            id="every month",
        ),
        pytest.param(
            of(40, None, 300),
            "Bezoeken per maand, van okt 2026 tot en met dec 2026: 2 maanden met een cijfer. Het meest: 300 in dec "
            f"2026. Het minst: 40 in okt 2026. Het laatst: 300 in dec 2026. {GAP}",
            id="a gap",
        ),
        pytest.param(
            of(40, 60, 12, going_on=True),
            "Bezoeken per maand, van okt 2026 tot en met dec 2026: 3 maanden met een cijfer. Het meest: 60 in nov "
            "2026. Het minst: 40 in okt 2026. Het laatst: 12 in dec 2026 (nog niet voorbij).",
            id="a month that goes on is not the lowest",
        ),
        pytest.param(
            of(40, 40),
            "Bezoeken per maand, van okt 2026 tot en met nov 2026: 2 maanden met een cijfer. Het laatst: 40 in nov "
            "2026.",
            id="every month alike",
        ),
    ],
)
def test_the_sentence_is_made_from_the_numbers(months, said):
    assert months_in_words(months) == said


@pytest.mark.parametrize(
    ("visits", "is_over", "words"),
    [(1234, True, "1.234"), (12, False, "12 (nog niet voorbij)"), (None, True, "geen cijfer")],
)
def test_a_row_of_the_table_never_takes_unknown_for_0(visits, is_over, words):
    row = MonthVisits(OCTOBER, visits, is_over=is_over)

    assert (row.label, row.words) == ("okt 2026", words)
