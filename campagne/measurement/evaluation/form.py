"""The form of a plan: as free as the day allows, and refusing in words what could not be answered."""

from datetime import date, timedelta
from typing import Any

from django import forms

from campagne.figures.notation import day_label
from campagne.figures.verdicts import claim_in
from campagne.measurement.context.event import Direction
from campagne.measurement.evaluation.counting import TOLD
from campagne.measurement.evaluation.pages import quiz_of
from campagne.measurement.evaluation.plan import Comparison, EvaluationPlan, Measured
from campagne.measurement.evaluation.sight import campaigns_of
from campagne.measurement.periods import ONE_DAY

LONGEST_DAYS = 366
"""So that the period before still stands in the counters per day when the report is made."""
USUAL_DAYS, USUAL_CHANGE = 28, 5
A_NUMBER = "Vul een heel getal in, van 1 tot en met 50."
CHOICES = {"measured": Measured.choices, "expected": Direction.choices, "comparison": Comparison.choices}
DAY_INPUT = forms.DateInput({"type": "date"}, "%Y-%m-%d")


class PlanForm(forms.ModelForm):
    """Before the first day every part is open; from then on what may change, and only with a reason."""

    reason = forms.CharField(
        label="Waarom verandert u het plan?",
        max_length=200,
        required=False,
        help_text="Dit blijft staan, met uw naam, in het plan en in het verslag.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)

    class Meta:
        model = EvaluationPlan
        fields = ("campaign", "question", "measured", "expected", "smallest", "comparison", "begins", "ends")
        widgets = {"begins": DAY_INPUT, "ends": DAY_INPUT} | dict.fromkeys(CHOICES, forms.RadioSelect)

    def __init__(self, *args: Any, user: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.was = {name: getattr(self.instance, name) for name in self.Meta.fields} if self.instance.pk else {}
        self.is_locked = bool(self.instance.pk) and self.instance.is_locked(today)
        self.fields["campaign"].queryset = campaigns_of(user)
        self.fields["campaign"].to_field_name = "id"
        self.fields["campaign"].empty_label = "Kies een campagne"
        self.fields["smallest"].error_messages.update(dict.fromkeys(("min_value", "max_value", "invalid"), A_NUMBER))
        for name, choices in CHOICES.items():
            self.fields[name].choices = choices
        if self.is_locked:
            self.fields["campaign"].queryset = self.fields["campaign"].queryset.model.objects.all()
            for name in ("campaign", "begins"):
                self.fields[name].disabled = True
        else:
            del self.fields["reason"]
            self.fields["begins"].help_text = "Morgen of later. Vanaf deze dag staat het plan vast."
            self.fields["begins"].widget.attrs["min"] = (today + ONE_DAY).isoformat()
        if self.instance.pk:
            self.initial["seen"] = self.instance.seen_as

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        self._check_days(told)
        self._check_words(told)
        self._check_answerable(told)
        if self.is_locked and self.changed_data and not told.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", "Het plan is begonnen. Zeg waarom u het verandert.")
        if not self.errors and not self.instance.pk and EvaluationPlan.objects.filter(**self.plan()).exists():
            self.add_error(None, "Dit plan staat er al, precies zo.")
        return told

    def plan(self) -> dict[str, Any]:
        """What the plan is to be, without what only the form needs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _check_days(self, told: dict[str, Any]) -> None:
        first, last = told.get("begins"), told.get("ends")
        if first and not self.is_locked and first <= self.today:
            self.add_error(
                "begins", f"{_day(first)} is te vroeg. Een plan begint morgen of later, want het gaat vooraf."
            )
        if first and last and last < first:
            self.add_error("ends", "De laatste dag ligt vóór de eerste. Kies een latere dag.")
        elif first and last and (last - first).days >= LONGEST_DAYS:
            self.add_error("ends", f"Dit is langer dan {LONGEST_DAYS} dagen. Kies een eerdere laatste dag.")
        if last and self.is_locked and last != self.was["ends"] and min(last, self.was["ends"]) < self.today:
            self.add_error("ends", "Die dag is al geweest. Wat voorbij is, kan niet korter of langer worden.")

    def _check_words(self, told: dict[str, Any]) -> None:
        if told.get("measured") and told.get("question"):
            measure = TOLD[told["measured"]].measure
            if claim := claim_in(told["question"], rung=measure.rung):
                self.add_error(
                    "question",
                    f"‘{claim}’ kan deze maat niet laten zien: zij telt alleen {measure.name.lower()}. "
                    "Vraag naar wat er geteld wordt.",
                )

    def _check_answerable(self, told: dict[str, Any]) -> None:
        campaign, compared = told.get("campaign"), told.get("comparison")
        if campaign and told.get("measured") == Measured.RIGHT:
            if not quiz_of(campaign):
                self.add_error("measured", "Deze campagne heeft geen quiz. Kies een andere maat, of voeg een quiz toe.")
            if compared == Comparison.OTHERS:
                self.add_error("comparison", "Andere pagina's stellen andere vragen. Vergelijk met de periode ervoor.")
        if campaign and compared == Comparison.OTHERS and campaign.theme_id is None:
            self.add_error("comparison", "Deze campagne heeft geen thema, dus er zijn geen andere pagina's over.")


def proposed(campaign_key: str, *, user: Any, today: date) -> dict[str, Any]:
    """What a new form opens with: the campaign that was asked for and its own days, if they are still to come."""
    tomorrow = today + ONE_DAY
    campaign = campaigns_of(user).filter(id=campaign_key).first() if campaign_key.isdecimal() else None
    begins = max(campaign.starts_on or tomorrow, tomorrow) if campaign else tomorrow
    ends = campaign.ends_on if campaign and campaign.ends_on else begins + timedelta(days=USUAL_DAYS - 1)
    last = min(max(ends, begins), begins + timedelta(days=LONGEST_DAYS - 1))
    days = {"begins": begins, "ends": last}
    return {
        **days,
        "campaign": campaign,
        "measured": Measured.READS,
        "expected": Direction.UP,
        "smallest": USUAL_CHANGE,
    }


def _day(day: date) -> str:
    return day_label(day, with_year=True)
