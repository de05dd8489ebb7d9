"""At a role: whether its people must show a second factor."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.template.loader import render_to_string

from campagne.staff import audit
from campagne.staff.access.exemption import WithoutSecondFactor


class SecondFactorPanel(forms.Form):
    """One tick, beside what the role may do; a new role begins with it on."""

    is_required = forms.BooleanField(
        label="Tweede stap verplicht",
        required=False,
        help_text="Wie deze rol heeft, logt in met een wachtwoord én een code of passkey. "
        "Zet dit alleen uit als het niet anders kan. Heeft iemand nog een andere rol? Dan telt de strengste.",
    )

    def __init__(self, *args: Any, instance: Group | None = None, **kwargs: Any) -> None:
        self.group = instance
        exempted = bool(instance and instance.pk) and WithoutSecondFactor.objects.filter(group=instance).exists()
        super().__init__(*args, prefix="second_factor", initial={"is_required": not exempted}, **kwargs)

    def save(self) -> None:
        """Only a change is written down: by whom stands in the history of the site."""
        if self.cleaned_data["is_required"]:
            is_changed = WithoutSecondFactor.objects.filter(group=self.group).delete()[0] > 0
        else:
            _, is_changed = WithoutSecondFactor.objects.get_or_create(group=self.group)
        if is_changed:
            required = self.cleaned_data["is_required"]
            audit.record(self.group, "role_with_second_factor" if required else "role_without_second_factor")

    def as_admin_panel(self) -> str:
        return render_to_string("account/role_panel.html", {"form": self})
