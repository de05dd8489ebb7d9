"""Picture: Wagtail's image with a required description and a licence."""

from django.core.files import File
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from campagne.media.renditions import SilentFilter


class Licence(models.TextChoices):
    OWN = "own", "zelf gemaakt"
    CC_BY = "cc-by", "CC BY (naam noemen)"
    CC0 = "cc0", "CC0 (vrij)"
    PERMISSION = "permission", "met toestemming van de maker"


class Picture(AbstractImage):
    """A picture with a description that is read aloud in its place."""

    licence = models.CharField("licentie", max_length=12, choices=Licence.choices, default=Licence.OWN)
    credit = models.CharField("maker", max_length=120, blank=True, help_text="Naam bij de foto, als dat moet.")

    admin_form_fields = (
        "title",
        "description",
        "file",
        "collection",
        "licence",
        "credit",
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "beeld"
        verbose_name_plural = "beelden"
        permissions = [("choose_image", "Can choose image")]

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make a rendition that tells nothing but what is to be seen."""
        return super().generate_rendition_file(SilentFilter(filter.spec), source=source)


Picture._meta.get_field("description").blank = False
Picture._meta.get_field(
    "description"
).help_text = "Wat is er te zien? Eén zin, voor wie het beeld niet ziet. Begin niet met “foto van”."


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        """Name it after what is in the original, so that another picture never has an address that was seen before."""
        return super().get_upload_to(f"{self.image.get_file_hash()[:12]}.{filename}")
