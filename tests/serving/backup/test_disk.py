"""What a disk refuses is said in words with what to do; what is no disk stays an error."""

import errno
import os

import pytest

from campagne.serving.backup.disk import KNOWN, advice_on, told, told_of_disk, with_advice
from campagne.serving.backup.refused import Refused

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(errno.ENOSPC, "de schijf is vol (/x). Maak ruimte of kies een andere map.", id="full"),
        pytest.param(
            errno.EACCES, "geen rechten (/x). Geef rechten, of draai dit als het account van de site.", id="rights"
        ),
        pytest.param(
            errno.ENOENT,
            "die map of dat bestand is er niet (/x). Maak de map eerst, of kies een andere map.",
            id="no folder",
        ),
        pytest.param(errno.ENXIO, "No such device or address (/x). Kijk de schijf na.", id="something else"),
    ],
)
def test_it_says_why_and_what_to_do(number, expected):
    assert told(OSError(number, os.strerror(number), "/x")) == expected


@pytest.mark.parametrize("number", KNOWN)
def test_what_is_known_of_a_disk_is_refused(number):
    with pytest.raises(Refused, match="Het lukte niet: "), told_of_disk("Het lukte niet"):
        raise OSError(number, os.strerror(number))


def test_a_network_is_no_disk():
    with pytest.raises(ConnectionRefusedError), told_of_disk("Het lukte niet"):
        raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("could not write: No space left on device", "De schijf is vol. Maak ruimte", id="full"),
        pytest.param("relation does not exist", "", id="no disk"),
    ],
)
def test_the_words_of_another_program_get_advice(said, expected):
    assert advice_on(said).startswith(expected)
    assert with_advice(said).startswith(f"{said}. {expected}" if expected else said)
