"""SpokenText: the base of every sound that belongs to one exact text. What is withdrawn is kept, and heard nowhere."""

from datetime import datetime
from typing import Any, Self

from django.db import models, transaction

from campagne.media.models import Sound
from campagne.media.speaking import Spoken


class Voice(models.TextChoices):
    """Who speaks in a sound."""

    COMPUTER = "computer", "computerstem"
    RECORDED = "recorded", "ingesproken"


class SpokenTextQuerySet(models.QuerySet):
    def audible(self) -> Self:
        """Those that were not taken away, oldest first, with their sound."""
        return self.filter(withdrawn_at=None).select_related("sound").order_by("pk")

    def withdraw(self, owner: models.Model, spoken: Spoken, at: datetime) -> int:
        """Let the sound of this text be heard no more; return how many there were."""
        told = self.filter(**{self.model.owner: owner}, part=spoken.part, text_hash=spoken.digest, withdrawn_at=None)
        return told.update(withdrawn_at=at)

    @transaction.atomic
    def say(self, owner: models.Model, spoken: Spoken, sound: Sound, voice: str, at: datetime, **more: Any) -> Any:
        """Give a text its sound, in place of the one it had."""
        # Two editors at once are one after the other, and the last one is heard.
        type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)
        self.withdraw(owner, spoken, at)
        told = {"part": spoken.part, "text": spoken.text, "text_hash": spoken.digest, "sound": sound, "voice": voice}
        return self.create(**{self.model.owner: owner}, **told, **more)


class SpokenText(models.Model):
    """A sound and the text that is spoken in it; `owner` names the field that says whose text it is."""

    owner = ""

    part = models.CharField("onderdeel", max_length=32)
    text = models.TextField("gesproken tekst")
    text_hash = models.CharField(max_length=64, editable=False)
    sound = models.ForeignKey(Sound, on_delete=models.PROTECT, related_name="+", verbose_name="geluid")
    voice = models.CharField("stem", max_length=8, choices=Voice.choices)
    spoken_at = models.DateTimeField("erbij gezet op", auto_now_add=True)
    withdrawn_at = models.DateTimeField("weggehaald op", null=True, blank=True)

    objects = SpokenTextQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_voice_display()}: {self.text[:60]}"
