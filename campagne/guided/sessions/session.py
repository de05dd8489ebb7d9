"""A guided session, planned for a group at a place: the one row that everybody fetches the state of."""

import secrets
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.models import Revision

from campagne.content.models import ModulePage
from campagne.figures.disclosure import Thresholds
from campagne.guided.codes import LENGTH, SECRET_LENGTH, new_secret
from campagne.guided.sessions.lesson import GuidedLesson
from campagne.guided.sessions.library import Location
from campagne.guided.sessions.script import Step
from campagne.guided.sessions.standing import Phase, Standing, State
from campagne.quiz.answers.medium import Medium
from campagne.quiz.models import QuizVersion
from campagne.quiz.taking.ticket import Led
from campagne.staff.ownership import works_for_region
from doelgroepen.models import TargetGroup

MOST_PLACES = 60
OPEN_AFTER_LAST = timedelta(days=28)
"""A course that is put off may go on this long after its last planned meeting; then its answers are counted."""


class Form(models.TextChoices):
    WALK_IN = "walk_in", "inloop: één keer, voor wie er is"
    COURSE = "course", "cursus: dezelfde groep, één of meer bijeenkomsten"


STATES = [
    (State.PLANNED.value, "gepland"),
    (State.RUNNING.value, "bezig"),
    (State.PAUSED.value, "gepauzeerd"),
    (State.CLOSED.value, "afgesloten"),
]
PHASES = [(Phase.OPEN.value, "open"), (Phase.CLOSED.value, "dicht"), (Phase.REVEALED.value, "uitleg in beeld")]


def new_cluster() -> str:
    """A code for the answers of one group, which says nothing about where or when."""
    return secrets.token_hex(12)


def new_key() -> str:
    return new_secret(secrets.randbelow)


class GuidedSessionQuerySet(models.QuerySet["GuidedSession"]):
    def planned_by(self, user: Any) -> "GuidedSessionQuerySet":
        """The sessions this person plans and prints for: of their library, or all for who works for the region."""
        if works_for_region(user):
            return self
        return self.filter(location__library__coordinators__user=user.pk)

    def led_by(self, user: Any) -> "GuidedSessionQuerySet":
        """The sessions this person may lead: of the library they plan for, or of theirs and put down for it."""
        if works_for_region(user):
            return self
        put_down = Q(presenters=user.pk, location__library__guides__user=user.pk)
        mine = Q(location__library__coordinators__user=user.pk) | put_down
        return self.filter(pk__in=GuidedSession.objects.filter(mine).values("pk"))

    def whole(self) -> "GuidedSessionQuerySet":
        """With what a screen shows of it, in one query; what is long is fetched where it is shown."""
        related = ("location__library", "location__municipality", "module", "module_revision", "quiz_version__quiz")
        return self.select_related(*related).defer(
            "module_revision__content", "module__steps", "module__body", "module__sources", "module__next_step"
        )


class GuidedSession(models.Model):
    """One group that goes through one module together, in one or more meetings.

    What it shows is frozen when it first starts (`module_revision`, `quiz_version`, `thresholds`), so that an edit of
    the module changes nothing for a group that is under way.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="sessions", verbose_name="locatie")
    module = models.ForeignKey(
        ModulePage, on_delete=models.PROTECT, related_name="guided_sessions", verbose_name="module"
    )
    title = models.CharField("naam van de les", max_length=255, blank=True)
    group_name = models.CharField(
        "groep", max_length=60, blank=True, help_text="Om groepen uit elkaar te houden, zoals ‘dinsdag’. Geen namen."
    )
    form = models.CharField("soort", max_length=8, choices=Form.choices, default=Form.WALK_IN)
    target_groups = models.ManyToManyField(
        TargetGroup, blank=True, related_name="guided_sessions", verbose_name="doelgroepen"
    )
    presenters = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="guided_sessions",
        verbose_name="begeleiders met een account",
        help_text="Zij zien deze les in hun lijst. Wie een begeleiderskaart krijgt, hoeft hier niet bij.",
    )
    expected = models.PositiveSmallIntegerField(
        "verwacht aantal mensen", default=8, help_text="Acht is prettig voor één begeleider."
    )
    places = models.PositiveSmallIntegerField(
        "meedoen kan met hooguit", default=30, help_text="Zo kan een vreemde de les niet vullen."
    )
    devices = models.PositiveSmallIntegerField(
        "tablets en laptops", default=6, help_text="Hoeveel zijn er? Bij 0 gaat de les met de hand omhoog of op papier."
    )
    remarks = models.TextField(
        "bijzonderheden", blank=True, max_length=600, help_text="Voor uw eigen team. Schrijf geen namen op."
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gepland door",
    )

    module_revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="versie van de les"
    )
    quiz_version = models.ForeignKey(
        QuizVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="guided_sessions",
        verbose_name="versie van de quiz",
    )
    thresholds = models.JSONField("drempels", null=True, blank=True)

    cluster = models.CharField("code van de antwoorden", max_length=64, unique=True, default=new_cluster)
    poll_key = models.CharField("sleutel van de stand", max_length=SECRET_LENGTH, unique=True, default=new_key)
    join_key = models.CharField("sleutel in de QR-code", max_length=SECRET_LENGTH, unique=True, default=new_key)
    code = models.CharField("code", max_length=LENGTH, blank=True)
    joining_until = models.DateTimeField("meedoen kan tot", null=True, blank=True)
    reopenings = models.PositiveSmallIntegerField("keer opnieuw opengezet", default=0)

    state = models.CharField("stand", max_length=8, choices=STATES, default=State.PLANNED.value)
    step = models.PositiveSmallIntegerField("stap", default=0)
    phase = models.CharField("vraag", max_length=8, choices=PHASES, default=Phase.OPEN.value)
    furthest = models.PositiveSmallIntegerField("verste stap", default=0)
    revealed = models.JSONField("getoonde uitleg", default=list, blank=True)
    left = models.PositiveSmallIntegerField("vorige open vraag", null=True, blank=True)
    changed_at = models.DateTimeField("veranderd op", null=True, blank=True)
    is_asking = models.BooleanField("vraag staat open", default=False)
    state_version = models.PositiveIntegerField("volgnummer", default=0)
    closed_at = models.DateTimeField("afgesloten op", null=True, blank=True, db_index=True)

    objects = GuidedSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "begeleide sessie"
        verbose_name_plural = "begeleide sessies"
        permissions = [
            ("plan_sessions", "Mag groepslessen plannen"),
            ("lead_sessions", "Mag groepslessen begeleiden"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="a_code_opens_one_session"),
            models.CheckConstraint(
                condition=Q(code="") | Q(state=State.RUNNING.value), name="a_code_dies_when_its_meeting_ends"
            ),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED.value, closed_at__isnull=False)
                | (~Q(state=State.CLOSED.value) & Q(closed_at=None)),
                name="a_closed_session_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.group_name})" if self.group_name else self.title

    def clean(self) -> None:
        if self.expected > MOST_PLACES or self.places > MOST_PLACES:
            raise ValidationError(f"Een les is voor hooguit {MOST_PLACES} mensen. Plan meer groepen.")

    @property
    def standing(self) -> Standing:
        return Standing(
            State(self.state),
            self.step,
            Phase(self.phase),
            self.furthest,
            frozenset(self.revealed),
            self.left,
            self.changed_at,
        )

    @cached_property
    def lesson(self) -> GuidedLesson:
        """What it goes through; before it began that is the module as it is now."""
        if self.module_revision:
            return GuidedLesson.frozen(self.module_revision, self.quiz_version)
        return GuidedLesson.to_come(self.module, self.quiz_version)

    @property
    def script(self) -> tuple[Step, ...]:
        return self.lesson.script

    @property
    def now(self) -> Step:
        return self.script[self.step]

    @property
    def is_running(self) -> bool:
        return self.state == State.RUNNING

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED

    @property
    def limits(self) -> Thresholds:
        """The thresholds of small numbers that it began with; those of now while it has not begun."""
        return Thresholds(**(self.thresholds or {}))

    def may_join(self, at: datetime) -> bool:
        return self.is_running and self.joining_until is not None and at < self.joining_until

    def led(self, medium: Medium = Medium.SCREEN) -> Led:
        """How its attempts are written down; one query."""
        return Led(self.cluster, self.open_until(), medium)

    def open_until(self) -> datetime:
        """Until when an attempt of this group may go on; one query."""
        last = self.meetings.order_by("-starts_at").values_list("starts_at", flat=True).first()
        return (last or self.changed_at) + OPEN_AFTER_LAST
