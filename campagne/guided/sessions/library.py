"""Libraries: who plans and leads sessions, and where they are held."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q

from campagne.staff.ownership import works_for_region
from doelgroepen.models import Municipality


class LibraryQuerySet(models.QuerySet["Library"]):
    def of(self, user: Any) -> "LibraryQuerySet":
        """The libraries this person plans for; all of them for who works for the region."""
        if works_for_region(user):
            return self
        return self.filter(coordinators__user=user.pk)


class Library(models.Model):
    """An organisation that holds guided sessions. Its people are the members of its two groups."""

    name = models.CharField(
        "naam", max_length=80, unique=True, help_text="Zoals bezoekers de bibliotheek of het buurthuis kennen."
    )
    coordinators = models.OneToOneField(
        Group,
        on_delete=models.PROTECT,
        related_name="coordinated_library",
        verbose_name="coördinatoren",
        help_text="Wie plant, de kaarten print en de cijfers van deze bibliotheek ziet.",
    )
    guides = models.OneToOneField(
        Group,
        on_delete=models.PROTECT,
        related_name="guided_library",
        verbose_name="begeleiders",
        help_text="Wie met een account lessen geeft. Wie een begeleiderskaart krijgt, hoeft hier niet in.",
    )

    objects = LibraryQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "bibliotheek"
        verbose_name_plural = "bibliotheken"

    def __str__(self) -> str:
        return self.name


class LocationQuerySet(models.QuerySet["Location"]):
    def of(self, user: Any) -> "LocationQuerySet":
        """The places where this person may plan."""
        if works_for_region(user):
            return self
        return self.filter(library__coordinators__user=user.pk)

    def led_by(self, user: Any) -> "LocationQuerySet":
        """The places where this person may begin a session: of the library they plan or lead for."""
        if works_for_region(user):
            return self
        mine = Library.objects.filter(Q(coordinators__user=user.pk) | Q(guides__user=user.pk))
        return self.filter(library__in=mine.values("pk"))


class Location(models.Model):
    """A place of a library, in a municipality; sessions are counted there."""

    library = models.ForeignKey(Library, on_delete=models.PROTECT, related_name="locations", verbose_name="bibliotheek")
    name = models.CharField("naam", max_length=80, help_text="Bijvoorbeeld: Bibliotheek Stein, of Buurthuis De Grous.")
    address = models.CharField("adres", max_length=160, blank=True, help_text="Staat op de kaart van de begeleider.")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="locations",
        verbose_name="gemeente",
        help_text="Bij deze gemeente tellen de bezoekers van deze plek mee.",
    )

    objects = LocationQuerySet.as_manager()

    class Meta:
        ordering = ["library__name", "name"]
        verbose_name = "locatie"
        verbose_name_plural = "locaties"
        constraints = [models.UniqueConstraint(fields=["library", "name"], name="a_library_names_its_locations")]

    def __str__(self) -> str:
        return self.name
