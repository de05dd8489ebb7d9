"""Activity: what can be visited, where, for whom and when, with the days on which it is otherwise."""

import uuid
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index
from wagtail.signals import unpublished

from campagne.activities.occasions import Occasion, Series, State
from campagne.activities.recurrence import Every, Recurrence
from campagne.activities.single_day import STATES
from campagne.activities.wrong import problems_of
from campagne.contacts.models import ReportChannel, dialled
from campagne.content.models import ContentPage
from doelgroepen.models import Municipality, TargetGroup, Theme

REPEATS = [
    (Every.ONCE.value, "één keer"),
    (Every.WEEK.value, "elke week"),
    (Every.TWO_WEEKS.value, "om de week"),
    (Every.MONTH_DATE.value, "elke maand op dezelfde datum"),
    (Every.MONTH_WEEKDAY.value, "elke maand op dezelfde weekdag"),
]


class SignUp(models.TextChoices):
    """How somebody says that they come; never here."""

    NONE = "none", "aanmelden hoeft niet"
    PHONE = "phone", "bellen"
    LINK = "link", "op een website"
    DESK = "desk", "op de plek zelf, aan de balie"


REACHED_BY = {
    SignUp.PHONE: ("sign_up_phone", "het telefoonnummer"),
    SignUp.LINK: ("sign_up_url", "de website"),
}


class ActivityQuerySet(models.QuerySet["Activity"]):
    def public(self) -> "ActivityQuerySet":
        return self.filter(is_public=True)

    def not_over(self, day: date) -> "ActivityQuerySet":
        """Those of which the last day has not passed."""
        return self.filter(last_day__gte=day)

    def offered_in(self, municipality: Municipality) -> "ActivityQuerySet":
        """The region's, and those of this municipality."""
        return self.filter(Q(municipality=None) | Q(municipality=municipality))

    def with_days(self) -> "ActivityQuerySet":
        """With what is needed to tell when each is and whose it is; two queries for all."""
        return self.select_related("municipality").prefetch_related("single_days")


class Activity(index.Indexed, ClusterableModel):
    """One activity, once or repeated. `slug` and `uid` are made once and never change, whatever it is called later."""

    title = models.CharField("titel", max_length=90, help_text="Wat is het? Bijvoorbeeld: Samen veilig op internet.")
    slug = models.SlugField("adres", max_length=60, unique=True, editable=False)
    uid = models.CharField("naam in agenda's", max_length=200, unique=True, editable=False)
    number = models.PositiveIntegerField("wijziging", default=0, editable=False)
    changed_at = models.DateTimeField("gewijzigd op", auto_now=True)
    summary = models.CharField(
        "samenvatting", max_length=200, help_text="Eén of twee zinnen. Staat op de kaart en in berichten."
    )
    description = models.TextField(
        "uitleg",
        blank=True,
        max_length=3000,
        help_text="Wat gaan we doen? Gewone tekst, een lege regel voor een alinea.",
    )
    first_day = models.DateField("dag", help_text="Bij herhalen: de eerste keer.")
    begins = models.TimeField("begint om")
    ends = models.TimeField("is klaar om")
    every = models.CharField("herhalen", max_length=16, choices=REPEATS, default=Every.ONCE.value)
    until = models.DateField(
        "tot en met",
        null=True,
        blank=True,
        help_text="Alleen bij herhalen: op deze dag is het op zijn laatst voor het laatst.",
    )
    last_day = models.DateField("laatste dag", editable=False, db_index=True)
    state = models.CharField("stand", max_length=10, choices=STATES, default=State.PLANNED.value)
    is_public = models.BooleanField("op de site", default=True, help_text="Uit: alleen u en uw collega's zien het.")
    venue = models.CharField(
        "plek", max_length=120, help_text="Hoe heet de plek? Bijvoorbeeld: de bibliotheek in Stein."
    )
    address = models.CharField(
        "hoe kom ik er?", max_length=300, help_text="Het adres in woorden: straat en plaats, en welke ingang."
    )
    accessibility = models.CharField(
        "toegankelijkheid",
        max_length=300,
        blank=True,
        help_text="Drempel, lift, toilet, ringleiding, tolk, hulphond. Schrijf het ook als iets er niet is.",
    )
    target_groups = ParentalManyToManyField(TargetGroup, blank=True, related_name="+", verbose_name="voor wie?")
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    costs = models.CharField("kosten", max_length=80, default="Gratis", help_text="Gratis, of hoeveel voor wie.")
    sign_up = models.CharField("aanmelden", max_length=8, choices=SignUp.choices, default=SignUp.NONE)
    sign_up_phone = models.CharField("telefoon om aan te melden", max_length=20, blank=True)
    sign_up_url = models.URLField("website om aan te melden", blank=True)
    contact = models.ForeignKey(
        ReportChannel,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vragen?",
        help_text="Bij wie kan iemand met vragen terecht? Een meldpunt uit de lijst, nooit een persoon.",
    )
    page = models.ForeignKey(
        ContentPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="hoort bij",
        help_text="De module of campagne waar deze activiteit bij hoort.",
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio. Dan staat het ook bij elke gemeente.",
    )

    objects = ActivityQuerySet.as_manager()

    search_fields = [
        index.SearchField("title"),
        index.SearchField("venue"),
        index.AutocompleteField("title"),
        index.FilterField("municipality"),
        index.FilterField("state"),
        index.FilterField("is_public"),
        index.FilterField("last_day"),
    ]

    class Meta:
        ordering = ["first_day", "begins", "pk"]
        verbose_name = "activiteit"
        verbose_name_plural = "activiteiten"
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="an_activity_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(every=Every.ONCE.value) | Q(until__isnull=False, until__gt=F("first_day")),
                name="what_repeats_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="a_last_day_is_not_before_the_first"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse times that cannot be, and a way to sign up that leads nowhere; each at its field."""
        super().clean()
        field, what = REACHED_BY.get(self.sign_up, ("", ""))
        found = self._problems_with_times()
        if field and not getattr(self, field):
            found[field] = f"U koos hoe iemand zich aanmeldt. Vul ook {what} in."
        if found:
            raise ValidationError(found)

    def _problems_with_times(self) -> dict[str, str]:
        told = (self.first_day, self.begins, self.ends)
        if None in told or self.every not in set(Every):
            return {}
        return problems_of(*told, Every(self.every), self.until)

    def save(self, *args, **kwargs) -> None:
        """Give it its address and its name in calendars the first time, and a higher number at every change."""
        self.last_day = self.recurrence.last_day
        if self.pk:
            self.number += 1
        else:
            self.slug = self.slug or free_slug(self.title)
            self.uid = self.uid or f"{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname}"
        self.__dict__.pop("series", None)
        is_hidden = not self.is_public and Activity.objects.public().filter(pk=self.pk).exists()
        super().save(*args, **kwargs)
        if is_hidden:  # As with a page that is withdrawn: nobody is given what was made before.
            unpublished.send(sender=Activity, instance=self)

    @property
    def recurrence(self) -> Recurrence:
        return Recurrence(self.first_day, Every(self.every), self.until)

    @cached_property
    def series(self) -> Series:
        """When it is; with `with_days` this asks nothing of the database."""
        single = {each.day: State(each.state) for each in self.single_days.all()}
        return Series(self.recurrence, self.begins, self.ends, State(self.state), single)

    def coming(self, at: datetime) -> list[Occasion]:
        """The occasions that are not over at a moment, in order."""
        return self.series.coming(at)

    @property
    def url(self) -> str:
        return f"/activiteiten/{self.slug}/"

    @property
    def phone_href(self) -> str:
        return dialled(self.sign_up_phone)

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED


def free_slug(title: str) -> str:
    """An address that no activity has and that is no municipality's list: `samen-veilig`, then `samen-veilig-2`."""
    base = slugify(title)[:50].strip("-") or "activiteit"
    taken = set(Activity.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= set(Municipality.objects.values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
