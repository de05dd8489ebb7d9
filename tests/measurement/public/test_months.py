from argparse import ArgumentTypeError
from datetime import date

import pytest

from campagne.measurement.public.months import MonthConverter, month_asked, month_of

pytestmark = pytest.mark.once


def test_a_month_is_its_first_day():
    assert month_of("2026-10") == date(2026, 10, 1)
    assert MonthConverter().to_url(date(2026, 10, 1)) == "2026-10"


@pytest.mark.parametrize("written", ["2026-13", "2026-00", "2026-1", "10-2026", "2026-10-01", "", "٢٠٢٦-10", "1999-10"])
def test_anything_else_is_no_month(written):
    with pytest.raises(ValueError, match="expected it as 2026-10"):
        month_of(written)
    with pytest.raises(ArgumentTypeError, match="Schrijf die als 2026-10"):
        month_asked(written)
