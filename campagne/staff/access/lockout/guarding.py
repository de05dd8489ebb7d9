"""One try at a secret of an account, from the counting before it to the telling afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from allauth.core import context
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from campagne.staff import audit
from campagne.staff.access.lockout import counting
from campagne.staff.access.lockout.counting import Counted, Locked
from campagne.staff.access.lockout.devices import as_counted, known_device
from campagne.staff.access.lockout.guesses import Secret
from campagne.staff.access.lockout.rule import MOST_TRIES

LOCKED = "locked"
WHAT_TO_DO = {
    Secret.PASSWORD: "Er is te vaak een verkeerd wachtwoord ingevuld bij deze gebruikersnaam. "
    "Wacht tot {time} uur. Probeer het dan opnieuw.",
    Secret.CODE: "Er is te vaak een verkeerde code ingevuld. Wacht tot {time} uur. Probeer het dan opnieuw. "
    "Heeft u een passkey? Die werkt nu ook. Lukt het niet? Bel uw beheerder.",
}


@dataclass(frozen=True)
class Try:
    """Somebody shows a secret, which is right or wrong."""

    username: str
    counted: Counted
    number: int

    @classmethod
    def begin(cls, request: HttpRequest, username: str, secret: Secret) -> Try:
        """Count it. Raises ValidationError in Dutch, the same for names of no account, when there were too many."""
        account = as_counted(username)
        counted = Counted(account, known_device(request, account, secret), secret)
        try:
            count = counting.take_a_try(counted, timezone.now())
        except Locked as locked:
            raise ValidationError(WHAT_TO_DO[secret].format(time=_minute(locked.until)), LOCKED) from locked
        return cls(username, counted, count.tries)

    def was_right(self) -> None:
        counting.forget(self.counted)

    def was_wrong(self) -> None:
        """Write down once for each lock that there is one, if it is on an account."""
        if self.number < MOST_TRIES:
            return
        alike = get_user_model().objects.filter(username__iexact=self.username.strip())
        owner = next((each for each in alike if as_counted(each.get_username()) == self.counted.account), None)
        if owner is None:
            return
        if self.counted.secret == Secret.PASSWORD:
            audit.record(owner, "locked")
        else:
            # Who comes as far as the second factor knows the password; its owner should hear of that.
            audit.record(owner, "code_locked")
            get_adapter().send_notification_mail("mfa/email/code_locked", owner)


def code_looked_at(owner: AbstractBaseUser, look: Callable[[], str]) -> str:
    """Let a form of django-allauth look at a code, if not too many were tried. Raises ValidationError."""
    attempt = Try.begin(context.request, owner.get_username(), Secret.CODE)
    try:
        code = look()
    except ValidationError:
        attempt.was_wrong()
        raise
    attempt.was_right()
    return code


def _minute(until: datetime) -> str:
    """The first whole minute at which it is over."""
    return f"{timezone.localtime(until + timedelta(minutes=1)):%H:%M}"
