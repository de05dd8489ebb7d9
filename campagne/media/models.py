"""Picture: Wagtail's image with a required description and a licence. Sound: what was said, kept by its content."""

from hashlib import sha256

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from campagne.media.renditions import SilentFilter
from campagne.media.sound_file import SoundContent


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


class SoundQuerySet(models.QuerySet["Sound"]):
    def keep(self, sound: SoundContent) -> "Sound":
        """Keep a sound once, whoever brings it in; it is named after its content."""
        digest = sha256(sound.content).hexdigest()
        name = f"sounds/{digest}.{sound.extension}"
        storage = Sound._meta.get_field("file").storage
        if not storage.exists(name):
            storage.save(name, ContentFile(sound.content))
        kept = {"file": name, "seconds": sound.seconds, "size": len(sound.content)}
        return self.get_or_create(digest=digest, defaults=kept)[0]


class Sound(models.Model):
    """A sound with nothing in it but what is heard; it never changes."""

    digest = models.CharField("hash", max_length=64, unique=True, editable=False)
    file = models.FileField("bestand", max_length=120, editable=False)
    seconds = models.FloatField("seconden", editable=False)
    size = models.PositiveIntegerField("bytes", editable=False)
    kept_at = models.DateTimeField("bewaard op", auto_now_add=True)

    objects = SoundQuerySet.as_manager()

    class Meta:
        verbose_name = "geluid"
        verbose_name_plural = "geluiden"

    def __str__(self) -> str:
        return f"geluid {self.digest[:12]} ({self.seconds:.0f} seconden)"
