"""The form to bring in a file or a pasted text, and the one that says yes to it."""

from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from campagne.quiz.exchange import bundle
from campagne.sheets.unreadable import Unreadable
from campagne.staff.ownership import works_for_region
from doelgroepen.models import Municipality

NOTHING = "Kies een bestand of plak een tekst."
BOTH = "Kies een bestand óf plak een tekst, niet allebei."
ANOTHER = "Dit is een ander bestand dan u net bekeek. Begin opnieuw, of kies hetzelfde bestand."


class ImportForm(forms.Form):
    """What to bring in, and for whom. In the second step the content comes along folded, or is chosen again."""

    file = forms.FileField(
        label="Bestand",
        required=False,
        help_text="GIFT of Moodle XML uit Moodle, of JSON van een site als deze. Hoogstens 20 MB en 500 vragen.",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.gift,.xml,.json"}),
    )
    text = forms.CharField(
        label="Of plak hier vragen in GIFT",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    municipality = forms.ModelChoiceField(
        label="Van wie worden de vragen?",
        queryset=Municipality.objects.all(),
        required=False,
        empty_label="De hele regio",
    )
    folded = forms.CharField(required=False, widget=forms.HiddenInput)
    digest = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["municipality"]
        if not works_for_region(user):
            owner.queryset = owner.queryset.filter(editors__user=user)
            owner.required, owner.empty_label, owner.initial = True, None, owner.queryset.first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            content = self._content(cleaned)
            digest = sha256(content).hexdigest()
            if cleaned["digest"] not in {"", digest}:
                raise ValidationError(ANOTHER)
            cleaned |= {"bundle": bundle.read(content), "content": content, "digest": digest}
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        return cleaned

    def _content(self, cleaned: dict[str, Any]) -> bytes:
        if cleaned["folded"]:
            return bundle.unfolded(cleaned["folded"])
        file, text = cleaned["file"], cleaned["text"]
        if bool(file) == bool(text.strip()):
            raise ValidationError(BOTH if file else NOTHING)
        if not file:
            return text.encode()
        bundle.check_size(file.size)
        return file.read()

    @property
    def again(self) -> dict[str, str]:
        """What the second step sends back; `folded` is empty when the file must be chosen again."""
        told = self.cleaned_data
        owner = told["municipality"]
        return {
            "folded": bundle.folded(told["content"]),
            "digest": told["digest"],
            "municipality": str(owner.pk) if owner else "",
        }
