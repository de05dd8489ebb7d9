"""The forms of this room: since when, and a new password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils import timezone

from campagne.staff.freezing.moments import EXPECTED, moment_in

WRITTEN = "%Y-%m-%dT%H:%M"


class SinceForm(forms.Form):
    """Since when somebody else may have used the account; what cannot be read is refused in words."""

    sinds = forms.CharField(
        label="Sinds wanneer was iemand anders in dit account?",
        help_text="Niet zeker? Kies ruim: wat het account daarvoor schreef, geldt als goed.",
        max_length=40,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        error_messages={"required": f"Er staat geen moment: {EXPECTED}."},
    )

    def clean_sinds(self) -> Any:
        try:
            return moment_in(self.cleaned_data["sinds"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class NewPasswordForm(SetPasswordForm):
    """A password that the administrator hands over, and that its owner changes after logging in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "Nieuw wachtwoord"
        self.fields["new_password2"].label = "Nieuw wachtwoord, nog een keer"
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)


def in_form(moment: Any) -> str:
    """A moment as the field shows it, and as an address carries it."""
    return timezone.localtime(moment).strftime(WRITTEN)
