"""The form to bring a table in, and the one that says yes to it: first look, then write."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from campagne.measurement.official.plan import what_we_know
from campagne.measurement.official.reading import file as reader
from campagne.sheets.folding import fold, unfold
from campagne.sheets.unreadable import Unreadable

MOST_BYTES_IN_A_FORM = 4 * 1024 * 1024
NOTHING = "Kies een bestand."
ANOTHER = "Dit is een ander bestand dan u net bekeek. Begin opnieuw, of kies hetzelfde bestand."
LONGEST_NAME = 200


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, as a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in given if each]


class ImportForm(forms.Form):
    """A table, or the documents of one. In the second step it comes along folded, or is chosen again."""

    files = FilesField(
        label="Bestand",
        required=False,
        help_text="CSV of XLSX uit StatLine of het dataportaal van de politie, of OData in JSON. Bij JSON kiest u ook "
        "de titels (DataProperties of MeasureCodes) en de gebieden (RegioS). Samen hoogstens 10 MB.",
        widget=SeveralFiles(attrs={"accept": ".csv,.txt,.xlsx,.json", "multiple": True}),
    )
    folded = forms.CharField(required=False, widget=forms.HiddenInput)
    digest = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=LONGEST_NAME, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            content = self._content(cleaned)
            digest = sha256(content).hexdigest()
            if cleaned["digest"] not in {"", digest}:
                raise ValidationError(ANOTHER)
            known = what_we_know(timezone.localdate())
            cleaned |= {"reading": reader.read(content, known), "content": content, "digest": digest}
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        cleaned["name"] = cleaned["name"] or _name_of(cleaned["files"])
        return cleaned

    def _content(self, cleaned: dict[str, Any]) -> bytes:
        if cleaned["folded"]:
            return unfold(cleaned["folded"], reader.MOST_BYTES)
        if not cleaned["files"]:
            raise ValidationError(NOTHING)
        # Its size is known before it is read, so what is far too large never comes into memory.
        reader.check_size(sum(each.size or 0 for each in cleaned["files"]))
        return reader.together([each.read() for each in cleaned["files"]])

    @property
    def again(self) -> dict[str, str]:
        """What the second step sends back; `folded` is empty when the file must be chosen again."""
        told = self.cleaned_data
        return {
            "folded": fold(told["content"], MOST_BYTES_IN_A_FORM),
            "digest": told["digest"],
            "name": told["name"],
        }


def _name_of(files: Sequence[UploadedFile]) -> str:
    return ", ".join(each.name or "bestand" for each in files)[:LONGEST_NAME] or "bestand"
