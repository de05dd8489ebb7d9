"""Roles with their questions; editors maintain them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from campagne.action_plan.act import PlanAct
from campagne.action_plan.answers import MOST_QUESTIONS, Answer, mark_of
from doelgroepen.models import Municipality, TargetGroup

RESERVED = "mijn"
"""What stands in the place of a role in the address of somebody's own plan."""


class PlanRoleQuerySet(models.QuerySet["PlanRole"]):
    def open(self) -> "PlanRoleQuerySet":
        """What somebody can choose: shown, and with a question to ask."""
        return self.filter(is_open=True).filter(models.Exists(PlanQuestion.objects.filter(role=models.OuterRef("pk"))))

    def for_group(self, group: TargetGroup) -> "PlanRoleQuerySet":
        return self.filter(group=group)


class PlanRole(index.Indexed, ClusterableModel):
    """Who somebody is, such as a shop or an association, and what is asked of them."""

    name = models.CharField("naam", max_length=40, unique=True, help_text="Eén of twee woorden: Winkel.")
    slug = models.SlugField(
        "adres", unique=True, help_text="Staat in het webadres en in elke bewaarde link. Verander het daarom niet."
    )
    self_description = models.CharField(
        "ik ben …", max_length=60, help_text="Zoals de lezer het zegt: “Ik heb een winkel”."
    )
    introduction = models.CharField(
        "inleiding", max_length=200, help_text="Waar gaan de vragen over? Eén of twee zinnen."
    )
    helper = models.CharField(
        "wie helpt met computers",
        max_length=40,
        blank=True,
        default="mijn IT'er",
        help_text="Zoals de lezer het zegt: “mijn IT'er”. Leeg: dan doet de lezer alles zelf en is er geen mail.",
    )
    group = models.ForeignKey(
        TargetGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plan_roles",
        verbose_name="doelgroep",
        help_text="Op de pagina van deze groep komt een knop naar het actieplan.",
    )
    order = models.PositiveSmallIntegerField("volgorde", default=0)
    is_open = models.BooleanField("te kiezen", default=False, help_text="Uit: niemand kan dit plan maken of openen.")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_roles",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )

    objects = PlanRoleQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("self_description"), FieldPanel("introduction")],
            "Wie is het?",
        ),
        InlinePanel("questions", heading="Vragen", label="Vraag", min_num=1, max_num=MOST_QUESTIONS),
        MultiFieldPanel(
            [
                FieldPanel("is_open"),
                FieldPanel("helper"),
                FieldPanel("group"),
                FieldPanel("order"),
                FieldPanel("municipality"),
            ],
            "Plaats",
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("self_description"),
        index.SearchField("introduction"),
        index.AutocompleteField("name"),
        index.FilterField("municipality"),
    ]

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "rol"
        verbose_name_plural = "rollen"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("action_plan:role", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.slug == RESERVED:
            raise ValidationError(
                {"slug": f"‘{RESERVED}’ is al in gebruik voor bewaarde plannen. Kies een ander adres."}
            )


class PlanQuestion(Orderable):
    """Whether something is arranged; who says no or does not know gets the act."""

    role = ParentalKey(PlanRole, on_delete=models.CASCADE, related_name="questions", verbose_name="rol")
    text = models.CharField(
        "vraag",
        max_length=160,
        help_text="Een vraag waarop “ja” betekent: dit is geregeld. Andere woorden maken het een nieuwe vraag: "
        "wie een oud plan opent, krijgt haar dan opnieuw.",
    )
    explanation = models.CharField(
        "uitleg", max_length=240, blank=True, help_text="Moeilijk woord in de vraag? Leg het uit."
    )
    not_for_me = models.CharField(
        "geldt niet voor mij",
        max_length=60,
        blank=True,
        help_text="Zoals de lezer het zegt: “Ik verhuur niets”. Leeg: kan niet.",
    )
    act = models.ForeignKey(
        PlanAct,
        on_delete=models.PROTECT,
        related_name="questions",
        verbose_name="actie",
        help_text="Wat te doen als dit niet is geregeld?",
    )

    panels = [FieldPanel("text"), FieldPanel("explanation"), FieldPanel("not_for_me"), FieldPanel("act")]

    class Meta(Orderable.Meta):
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_plan_question_asks_something")]

    def __str__(self) -> str:
        return self.text

    @property
    def mark(self) -> int:
        return mark_of(self.text)

    @property
    def words(self) -> dict[Answer, str]:
        """What can be answered, in the words on the screen."""
        told = {Answer.YES: "Ja", Answer.NO: "Nee", Answer.UNKNOWN: "Weet ik niet"}
        return {**told, Answer.NOT_FOR_ME: self.not_for_me} if self.not_for_me else told
