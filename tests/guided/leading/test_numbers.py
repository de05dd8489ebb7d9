import pytest

from campagne.guided.leading.numbers import MISSING, NOT_A_NUMBER, TOO_MANY, NumberField, errors_in, read_numbers

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param("0", "", id="nobody"),
        pytest.param(" 12 ", "", id="with spaces"),
        pytest.param("60", "", id="a full room"),
        pytest.param("61", TOO_MANY, id="more than a room"),
        pytest.param("9" * 400, TOO_MANY, id="a cat on the keys"),
        pytest.param("-1", NOT_A_NUMBER, id="below nothing"),
        pytest.param("4,5", NOT_A_NUMBER, id="half a person"),
        pytest.param("٤", NOT_A_NUMBER, id="a digit of another script"),
        pytest.param("vier", NOT_A_NUMBER, id="a word"),
        pytest.param("", "", id="not counted"),
    ],
)
def test_a_number_of_people_is_read_or_refused_in_words(typed, error):
    [field] = read_numbers([NumberField("bezoekers", "Bezoekers")], {"bezoekers": typed})

    assert field.error == error


def test_what_was_typed_wrongly_stays_and_leads_to_its_field():
    [field] = errors_in(read_numbers([NumberField("zaal", "In de zaal", "8")], {"zaal": "acht"}))

    assert (field.value, field.target, field.text) == ("acht", "getal-zaal", f"In de zaal: {NOT_A_NUMBER}")


def test_a_number_that_is_needed_may_not_stay_empty():
    [field] = read_numbers([NumberField("zaal", "In de zaal", is_needed=True)], {})

    assert (field.error, field.number) == (MISSING, None)
