"""One figure typed by hand: held against the same rules as a table, and always with its source."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from campagne.measurement.official.plan import what_we_know
from campagne.measurement.official.reading.joining import Record, Wrong, check
from campagne.measurement.official.reading.numbers import Mark, NotANumber, Number, decimal_sign_of, read_number
from campagne.measurement.official.reading.years_and_months import BadPeriod, read_period
from campagne.measurement.official.series import Indicator, Region, Status

NUMBERS = ("value", "low", "high")
NEEDS_NO_VALUE = "Bij deze stand hoort geen waarde. Maak de waarde leeg, of kies een andere stand."
NEEDS_A_VALUE = "Vul een getal in. Is er geen? Kies dan een stand die zegt waarom niet."


class EntryForm(forms.Form):
    indicator = forms.ModelChoiceField(Indicator.objects.all(), label="Indicator", empty_label="Kies een indicator")
    region = forms.ModelChoiceField(Region.objects.all(), label="Gebied", empty_label="Kies een gebied")
    period = forms.CharField(label="Periode", max_length=20, help_text="Een jaar (2023) of een maand (2023-04).")
    value = forms.CharField(label="Waarde", required=False, max_length=20, help_text="Zoals gepubliceerd, zoals 16,9.")
    low = forms.CharField(label="Ondergrens", required=False, max_length=20, help_text="Leeg als de bron geen geeft.")
    high = forms.CharField(label="Bovengrens", required=False, max_length=20, help_text="Leeg als de bron geen geeft.")
    status = forms.ChoiceField(choices=Status.choices, label="Stand", initial=Status.OK)
    rests_on = forms.IntegerField(
        label="Aantal antwoorden", required=False, min_value=1, max_value=10_000_000, help_text="Als de bron het zegt."
    )
    source_url = forms.URLField(
        label="Adres van de bron",
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )
    note = forms.CharField(
        label="Opmerking", required=False, max_length=300, help_text="Zonder adres: wie gaf het, en wanneer?"
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("source_url") and not cleaned.get("note"):
            self.add_error("source_url", "Zeg waar het cijfer vandaan komt: een adres, of een opmerking.")
        if self.errors:
            return cleaned
        try:
            cleaned["record"] = self._record(cleaned)
        except (Wrong, NotANumber) as error:
            raise ValidationError(str(error)[:1].upper() + str(error)[1:]) from error
        return cleaned

    def clean_period(self) -> str:
        try:
            return read_period(self.cleaned_data["period"], timezone.localdate()).code
        except BadPeriod as error:
            raise ValidationError(f"{error} Schrijf bijvoorbeeld 2023 of 2023-04.") from error

    def _record(self, cleaned: dict[str, Any]) -> Record:
        indicator = cleaned["indicator"]
        if not indicator.holds_in(int(cleaned["period"][:4])):
            raise Wrong(f"‘{indicator}’ is in dat jaar anders bepaald: dat is een andere reeks.")
        mark = Mark(cleaned["status"])
        value, low, high = self._numbers(cleaned)
        if (value is None) == (mark in (Mark.OK, Mark.PROVISIONAL)):
            raise Wrong(NEEDS_A_VALUE if value is None else NEEDS_NO_VALUE)
        known = next(each for each in what_we_know(timezone.localdate()).indicators if each.slug == indicator.slug)
        check(Number(value, mark), low, high, known)
        source = {"source_url": cleaned["source_url"], "note": cleaned["note"]}
        return Record(indicator.slug, cleaned["region"].name, cleaned["period"], value, low, high, mark, **source)

    def _numbers(self, cleaned: dict[str, Any]) -> list[Decimal | None]:
        """Numbers as somebody types them, with a comma or a point; a sign for "unknown" is chosen, not typed."""
        texts = [cleaned[name] for name in NUMBERS]
        sign = decimal_sign_of(texts, ",")
        numbers = [read_number(text, sign) for text in texts]
        if any(number.mark is Mark.UNRELIABLE for number in numbers):
            raise NotANumber("Een punt is geen getal. Is het cijfer onbekend? Kies dat bij de stand.")
        return [number.value for number in numbers]
