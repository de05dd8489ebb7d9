"""What works on without the account is told by the layers above, and ends when it is asked."""

from django.utils import timezone
from wagtail import hooks
from wagtail.models import ModelLogEntry

from campagne.staff.freezing.powers import HOOK, Power, end_powers, powers_of


def test_only_what_is_chosen_ends_and_that_is_written_down(taken, boss):
    ended = []
    told = [Power(key, "Kaart", key, end=lambda at, key=key: ended.append(key)) for key in ("een", "twee")]
    told.append(Power("drie", "Incident", "Gaswolk", "/beheer/"))

    with hooks.register_temporarily(HOOK, lambda account: told):
        assert [power.key for power in powers_of(taken)][-3:] == ["een", "twee", "drie"]
        end_powers(taken, timezone.now(), boss, ["twee", "drie", "niets"])

    line = ModelLogEntry.objects.get(action="staff.revoked")
    assert (ended, line.user, line.message) == (["twee"], boss, "Ingetrokken van dit account: Kaart: twee")
