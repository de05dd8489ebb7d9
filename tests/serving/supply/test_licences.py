"""Nothing is shipped under a licence that nobody looked at."""

from email.message import Message

import pytest
from django.conf import settings

from campagne.serving.supply.licences import ACCEPTED, SETTLED, licence_of, may_ship, refused, stated
from campagne.serving.supply.lock import both_locks

pytestmark = pytest.mark.once
BSD, MIT = "License :: OSI Approved :: BSD License", "License :: OSI Approved :: MIT License"


def told(**fields: str | list[str]) -> Message:
    message = Message()
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        pytest.param({"License_Expression": "MIT AND PSF-2.0", "License": "MIT"}, "MIT AND PSF-2.0", id="as SPDX"),
        pytest.param({"License": "Apache License 2.0", "Classifier": BSD}, "Apache-2.0", id="in words"),
        pytest.param({"License": "see LICENSE", "Classifier": MIT}, "MIT", id="classifier alone"),
        pytest.param({"License": "BSD", "Classifier": BSD}, None, id="which BSD?"),
        pytest.param({"Classifier": [BSD, MIT]}, None, id="which of two?"),
        pytest.param({}, None, id="nothing"),
    ],
)
def test_what_a_package_says_counts_only_without_doubt(fields, licence):
    assert stated(told(**fields)) == licence


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-or-later OR MIT AND ISC", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT OR (Apache-2.0 AND ISC)", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("", False),
    ],
)
def test_one_alternative_must_be_accepted_as_a_whole(expression, may):
    assert may_ship(expression) is may


def test_an_unknown_licence_and_one_we_may_not_ship_are_told_with_what_to_do(monkeypatch):
    monkeypatch.setitem(SETTLED, "pyrage", "AGPL-3.0-only")

    unknown, forbidden = refused(["is-not-installed", "pyrage"])

    assert unknown.startswith("is-not-installed: de licentie is onbekend. Lees")
    assert forbidden.startswith("pyrage: AGPL-3.0-only staat niet bij 'accepted' in campagne/serving/supply/")


def test_every_package_of_the_lock_may_be_shipped():
    _, locked = both_locks(settings.BASE_DIR)

    assert list(refused(locked)) == []
    assert {licence_of("django"), licence_of("psycopg")} <= ACCEPTED


def test_nothing_is_settled_that_is_clear_or_gone():
    _, locked = both_locks(settings.BASE_DIR)

    assert SETTLED.keys() <= locked.keys()
