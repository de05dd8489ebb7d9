"""What runs is what was locked."""

import pytest
from django.conf import settings

from campagne.serving.supply.installed import differences, installed_packages
from campagne.serving.supply.lock import Locked, both_locks

pytestmark = pytest.mark.once


def test_each_kind_of_difference_is_told():
    locked = {name: Locked(name, "1", ("a",), ()) for name in ("missing", "newer", "same")}

    told = list(differences({"newer": "2", "same": "1", "extra": "1", "pip": "26"}, locked))

    assert told == [
        "extra 1 is geïnstalleerd, en staat in geen lock",
        "missing 1 staat in de lock, en is niet geïnstalleerd",
        "newer 2 is geïnstalleerd, en in de lock staat 1",
    ]


def test_here_is_installed_what_is_locked():
    _, locked = both_locks(settings.BASE_DIR)

    assert list(differences(installed_packages(), locked)) == []
