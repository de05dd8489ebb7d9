"""What works on without the account is told by the layers above, and ends when it is asked."""

from django.utils import timezone
from wagtail import hooks

from campagne.staff.freezing.powers import HOOK, Power, end_powers, powers_of


def test_only_what_is_chosen_ends(taken):
    ended = []
    told = [Power(key, "Kaart", key, end=lambda at, key=key: ended.append(key)) for key in ("een", "twee")]
    told.append(Power("drie", "Incident", "Gaswolk", "/beheer/"))

    with hooks.register_temporarily(HOOK, lambda account: told):
        assert [power.key for power in powers_of(taken)][-3:] == ["een", "twee", "drie"]
        end_powers(taken, timezone.now(), ["twee", "drie", "niets"])

    assert ended == ["twee"]
