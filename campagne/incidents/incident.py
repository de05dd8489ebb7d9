"""An incident: which instruction, where, until when, who raised it and who confirmed."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from campagne.content.models import InstructionPage
from campagne.incidents.course import LONGEST_AREA, OVER, TOLD_AFTERWARDS, State, Way
from doelgroepen.models import Municipality

STATES = [
    (State.AWAITING.value, "wacht op bevestiging"),
    (State.LIVE.value, "te zien"),
    (State.CLEARED.value, "sein veilig"),
    (State.WITHDRAWN.value, "ingetrokken"),
    (State.EXPIRED.value, "vanzelf afgelopen"),
    (State.DROPPED.value, "niet bevestigd"),
]
WAYS = [
    (Way.SECOND_PERSON.value, "bevestigd door een tweede persoon"),
    (Way.EXERCISE.value, "oefening"),
    (Way.OVERRIDE.value, "in nood door één persoon, met reden"),
]

OVER_VALUES = sorted(state.value for state in OVER)
"""In one order, because a set has another in every process, and a migration would be made for it."""


class IncidentQuerySet(models.QuerySet["Incident"]):
    def live(self, at: datetime) -> "IncidentQuerySet":
        """What is told now. One that has ended is not, also when the clock was silent."""
        return self.filter(state=State.LIVE.value, ends_at__gt=at)

    def told(self, at: datetime) -> "IncidentQuerySet":
        """What is told now, and what was until a day ago, also when no clock noticed yet that it ended."""
        over = Q(state__in=[State.CLEARED.value, State.WITHDRAWN.value, State.EXPIRED.value])
        since = at - TOLD_AFTERWARDS
        return self.filter(Q(state=State.LIVE.value, ends_at__gt=since) | (over & Q(over_at__gt=since)))

    def past_end(self, at: datetime) -> "IncidentQuerySet":
        return self.filter(state=State.LIVE.value, ends_at__lte=at)

    def in_area(self, municipality: Municipality | None) -> "IncidentQuerySet":
        """Those that concern a municipality; for a page of the region (None) all of them."""
        if municipality is None:
            return self
        theirs = Incident.municipalities.through.objects.values("incident")
        return self.filter(Q(municipalities=municipality) | ~Q(pk__in=theirs)).distinct()


class Incident(models.Model):
    """One incident, from being put ready to being over. What was told of it are its messages."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(
        InstructionPage, on_delete=models.PROTECT, related_name="incidents", verbose_name="instructie"
    )
    area = models.CharField(
        "waar", max_length=LONGEST_AREA, help_text="In gewone woorden, zoals: Geleen-Zuid, Lindenheuvel en Neerbeek."
    )
    municipalities = models.ManyToManyField(
        Municipality,
        blank=True,
        related_name="incidents",
        verbose_name="gemeenten",
        help_text="Op de pagina's van deze gemeenten staat de melding. Niets gekozen: in de hele regio.",
    )
    is_exercise = models.BooleanField(
        "oefening",
        default=False,
        help_text="Overal staat dan OEFENING. Het telt niet mee, en zoekmachines zien het niet.",
    )
    wanted = models.JSONField("wat er bij komt te staan", default=dict, blank=True)
    ends_at = models.DateTimeField("tot", help_text="Daarna verdwijnt de melding vanzelf. Hooguit zeven dagen.")
    state = models.CharField("stand", max_length=12, choices=STATES, default=State.AWAITING.value)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="klaargezet door"
    )
    begun_at = models.DateTimeField("begonnen om", null=True, blank=True)
    raised_at = models.DateTimeField("klaargezet om")
    way = models.CharField("hoe", max_length=16, choices=WAYS, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bevestigd door",
    )
    confirmed_at = models.DateTimeField("bevestigd om", null=True, blank=True)
    shown_at = models.DateTimeField("te zien sinds", null=True, blank=True)
    override_reason = models.CharField("waarom alleen", max_length=300, blank=True)
    over_at = models.DateTimeField("afgelopen om", null=True, blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at"]
        verbose_name = "incident"
        verbose_name_plural = "incidenten"
        permissions = [("raise_incident", "Mag een incident klaarzetten, bevestigen en bijwerken")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(way=Way.SECOND_PERSON.value) | ~Q(raised_by=models.F("confirmed_by")),
                name="nobody_confirms_their_own_incident",
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.OVERRIDE.value) | ~Q(override_reason=""), name="who_acts_alone_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.EXERCISE.value) | Q(is_exercise=True), name="an_exercise_says_so"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER_VALUES, over_at__isnull=False)
                | (~Q(state__in=OVER_VALUES) & Q(over_at=None)),
                name="what_is_over_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{'OEFENING: ' if self.is_exercise else ''}{self.page.title} ({self.area})"

    @property
    def is_live(self) -> bool:
        return self.state == State.LIVE

    def state_at(self, at: datetime) -> State:
        """How it stands at a moment: what is past its end has expired, whatever the clock did."""
        return State.EXPIRED if self.is_live and self.ends_at <= at else State(self.state)

    @property
    def newest(self) -> "Message | None":
        """What was told last."""
        return self.messages.order_by("-number").first()


class Message(models.Model):
    """What was told at one moment, frozen: in each language a title, where, what to do, and lines of the day.

    `told` goes from language to `{"title", "summary", "acts": [{"pictogram", "text", "detail"}], "lines": [...]}`.
    """

    KINDS = [
        ("alert", "melding"),
        ("update", "bijgewerkt"),
        ("all_clear", "sein veilig"),
        ("withdrawal", "ingetrokken"),
        ("expiry", "vanzelf afgelopen"),
    ]

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="messages", verbose_name="incident")
    number = models.PositiveSmallIntegerField("nummer")
    kind = models.CharField("soort", max_length=12, choices=KINDS)
    identifier = models.CharField("kenmerk", max_length=120, unique=True)
    sent_at = models.DateTimeField("verzonden om")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door",
    )
    area = models.CharField("waar", max_length=LONGEST_AREA)
    ends_at = models.DateTimeField("tot")
    told = models.JSONField("wat er staat")
    reason = models.CharField(
        "reden", max_length=300, blank=True, help_text="Waarom het langer duurt, of wordt ingetrokken."
    )

    class Meta:
        ordering = ["incident", "number"]
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="an_incident_numbers_its_messages"),
        ]

    def __str__(self) -> str:
        return self.identifier


class PreparedLine(models.Model):
    """A sentence that is ready in three languages, to be added to an incident with one click."""

    text_nl = models.CharField("Nederlands", max_length=160, help_text="Hoogstens tien woorden per zin.")
    text_en = models.CharField("Engels", max_length=160)
    text_de = models.CharField("Duits", max_length=160)
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "klaarstaande zin"
        verbose_name_plural = "klaarstaande zinnen"

    def __str__(self) -> str:
        return self.text_nl

    def in_language(self, language: str) -> str:
        return {"nl": self.text_nl, "en": self.text_en, "de": self.text_de}[language]
