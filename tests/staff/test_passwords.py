"""A password is long and not one that everybody chooses; what signs it is made of is up to its owner."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from campagne.staff.models import User

pytestmark = pytest.mark.once
ELS = User(username="els.janssen", email="els@beek.example")


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("kort-geheim", id="eleven signs"),
        pytest.param("1qaz2wsx3edc", id="what many choose"),
        pytest.param("els.janssen1", id="their own name"),
        pytest.param("381274659083", id="digits alone"),
    ],
)
def test_what_is_guessed_first_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, ELS)


@pytest.mark.parametrize("password", ["vier losse woorden", "zestien💡regenjas", "z" * 100 + " mag ook"])
def test_any_composition_and_any_length_is_taken(password):
    assert validate_password(password, ELS) is None
