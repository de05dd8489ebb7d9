"""An outcome: what first, where to report, what to bring, what happens next, and where there is help."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from campagne.content.blocks import CallNowBlock
from campagne.report_guide.paths import Fit, Money, Role
from campagne.report_guide.words import ROLE_NAMES

MOST_ACTS, MOST_CHANNELS, MOST_TO_BRING, MOST_HELP = 4, 3, 5, 2
PICTOGRAMS = [
    ("hang_up", "hang op"),
    ("bank", "bel de bank"),
    ("call", "bel"),
    ("unplug", "van internet af"),
    ("no_pay", "betaal niet"),
    ("lock", "wachtwoord of slot"),
    ("card", "pas blokkeren"),
    ("stop", "stop, doe het niet"),
    ("proof", "bewaar bewijs"),
    ("talk", "praat erover"),
    ("away", "ga weg van de plek"),
    ("inside", "naar binnen"),
    ("close", "ramen en deuren dicht"),
    ("ventilation", "ventilatie uit"),
    ("listen", "luister: radio of NL-Alert"),
    ("phone", "lees op de telefoon"),
    ("school", "kinderen blijven op school"),
    ("desk", "ga naar de balie"),
    ("look", "kijk, maar raak niets aan"),
]
# What no outcome may be published without, and what to do about it.
NEEDED = {
    "acts": "Schrijf wat iemand als eerste doet. Zonder eerste stap kan deze uitkomst niet online.",
    "channels": "Kies een meldpunt uit de lijst. Zonder meldpunt kan deze uitkomst niet online.",
    "review_by": "Vul in vóór welke dag iemand dit weer nakijkt. Zonder datum kan deze uitkomst niet online.",
}


class Complaint(models.TextChoices):
    """Whether a formal complaint can be made over the internet."""

    ONLINE = "online", "Ja, aangifte kan via internet."
    ASK = "ask", "Soms. De politie zegt wat er kan."
    DESK = "desk", "Nee. Maak een afspraak met de politie."
    NONE = "none", "Aangifte is hier niet nodig."


class GuideActBlock(blocks.StructBlock):
    pictogram = blocks.ChoiceBlock(choices=PICTOGRAMS, label="Pictogram")
    text = blocks.CharBlock(label="Wat doet de lezer?", max_length=70, help_text="Eén zin. Begin met een werkwoord.")
    detail = blocks.CharBlock(label="Uitleg", max_length=160, required=False, help_text="Mag leeg.")

    class Meta:
        label = "Eerst doen"
        icon = "tick"


class OutcomeBlock(blocks.StructBlock):
    """What somebody reads at the end. A draft may miss anything; what is published may not."""

    roles = blocks.MultipleChoiceBlock(
        choices=[(role.value, ROLE_NAMES[role]) for role in Role if role is not Role.ANYBODY],
        required=False,
        label="Voor wie?",
        help_text="Niets gekozen: voor iedereen die bij de andere uitkomsten niet genoemd is.",
    )
    money = blocks.ChoiceBlock(
        choices=[(Money.GONE.value, "ja, geld is weg"), (Money.SAFE.value, "nee, geen geld weg")],
        required=False,
        label="Is er geld weg?",
        help_text="Leeg: dat maakt hier niet uit, en dan wordt het niet gevraagd.",
    )
    comfort = blocks.CharBlock(
        label="Zin tegen schaamte", max_length=160, required=False, help_text="Staat bovenaan. Eén zin die rust geeft."
    )
    acts = blocks.ListBlock(GuideActBlock(), label="Wat eerst?", min_num=0, max_num=MOST_ACTS, default=[])
    channels = blocks.ListBlock(CallNowBlock(), label="Waar melden?", min_num=0, max_num=MOST_CHANNELS, default=[])
    complaint = blocks.ChoiceBlock(choices=Complaint.choices, default=Complaint.ASK, label="Kan aangifte via internet?")
    complaint_note = blocks.CharBlock(label="Uitleg bij aangifte", max_length=240, required=False)
    bring = blocks.ListBlock(
        blocks.CharBlock(max_length=100, label="Dit"), label="Wat houdt iemand bij de hand?", default=[], max_num=5
    )
    afterwards = blocks.TextBlock(
        label="Wat gebeurt er daarna?",
        max_length=400,
        required=False,
        help_text="Wees eerlijk: niet elke zaak wordt onderzocht.",
    )
    help = blocks.ListBlock(CallNowBlock(), label="Hulp", default=[], max_num=MOST_HELP)
    review_by = blocks.DateBlock(
        label="Nakijken vóór", required=False, help_text="Na die dag staat er in het beheer dat dit nagekeken moet."
    )

    class Meta:
        label = "Uitkomst"
        icon = "flag"
        label_format = "Uitkomst: {roles} {money}"
        help_text = "Eén uitkomst is één pagina, en één vel papier."

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        lacking = {} if self.is_deferred_validation else lacks(cleaned)
        if lacking:
            raise StructBlockValidationError({name: ValidationError(words) for name, words in lacking.items()})
        return cleaned


class OutcomeBlocks(blocks.StreamBlock):
    outcome = OutcomeBlock()


def lacks(outcome: Any) -> dict[str, str]:
    """What this outcome still needs before anybody may read it: words per field."""
    has = {
        "acts": any(act["text"] for act in outcome["acts"]),
        "channels": any(call["channel"] for call in outcome["channels"]),
        "review_by": outcome["review_by"],
    }
    return {name: words for name, words in NEEDED.items() if not has[name]}


def fit_of(outcome: Any) -> Fit:
    """For whom, and in which case, it is; nobody named is everybody else."""
    roles = tuple(Role(role) for role in outcome["roles"]) or (Role.ANYBODY,)
    return Fit(roles, Money(outcome["money"] or ""))


def is_overdue(outcome: Any, day: date) -> bool:
    return outcome["review_by"] is None or outcome["review_by"] < day
