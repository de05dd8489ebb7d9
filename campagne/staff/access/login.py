"""The first screen: name and password, in Dutch, with the names that password managers know."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django.core.exceptions import NON_FIELD_ERRORS

from campagne.mail import is_mail_set_up
from campagne.staff.access.lockout.guarding import LOCKED
from campagne.staff.kept_form import has_ended_by_itself


class LoginForm(AllauthLoginForm):
    """Django-allauth's form; its field `login` is called username on the page, as everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Gebruikersnaam"
        self.fields["password"].label = "Wachtwoord"
        self.fields["password"].help_text = ""
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)

    def add_prefix(self, field_name: str) -> str:
        return super().add_prefix("username" if field_name == "login" else field_name)

    @property
    def is_mail_set_up(self) -> bool:
        """Whether a new password can come by mail."""
        return is_mail_set_up()

    @property
    def is_locked(self) -> bool:
        """The page then says how else one comes in."""
        return self.has_error(NON_FIELD_ERRORS, LOCKED)

    @property
    def is_after_the_end(self) -> bool:
        """The page then says why one is there; after a try it speaks of the try."""
        return not self.is_bound and has_ended_by_itself(self.request)
