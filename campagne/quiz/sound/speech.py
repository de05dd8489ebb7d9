"""Speech: a sound of one exact text of a question. What was spoken is kept; what is withdrawn is heard nowhere."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from campagne.media.models import Sound
from campagne.quiz.questions.choices import RENDERINGS, Voice
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.sound.speakable import Spoken


class SpeechQuerySet(models.QuerySet["Speech"]):
    def audible(self) -> "SpeechQuerySet":
        """Those that were not taken away, oldest first, with their sound."""
        return self.filter(withdrawn_at=None).select_related("sound").order_by("pk")

    def withdraw(self, question: models.Model, spoken: Spoken, at: datetime) -> int:
        """Let the sound of this text be heard no more; return how many there were."""
        told = self.filter(question=question, part=spoken.part, text_hash=spoken.digest, withdrawn_at=None)
        return told.update(withdrawn_at=at)

    @transaction.atomic
    def say(
        self,
        question: models.Model,
        spoken: Spoken,
        rendering: Rendering,
        sound: Sound,
        voice: str,
        at: datetime,
    ) -> "Speech":
        """Give a text its sound, in place of the one it had."""
        # Two editors at once are one after the other, and the last one is heard.
        type(question).objects.select_for_update().get(pk=question.pk)
        self.withdraw(question, spoken, at)
        return self.create(
            question=question,
            part=spoken.part,
            rendering=rendering.value,
            text=spoken.text,
            text_hash=spoken.digest,
            sound=sound,
            voice=voice,
        )

    def of_version(self, version_id: int, texts: Iterable[Spoken]) -> "dict[tuple[str, str], Speech]":
        """The sounds of these texts of a version, by their place. One query."""
        digests = {spoken.digest for spoken in texts}
        found = self.audible().filter(question__versions=version_id, text_hash__in=digests)
        return {(speech.part, speech.text_hash): speech for speech in found}


class Speech(models.Model):
    """A sound and the text that is spoken in it."""

    question = models.ForeignKey("quiz.Question", on_delete=models.CASCADE, related_name="speeches")
    part = models.CharField("onderdeel", max_length=32)
    rendering = models.CharField("woorden", max_length=8, choices=RENDERINGS)
    text = models.TextField("gesproken tekst")
    text_hash = models.CharField(max_length=64, editable=False)
    sound = models.ForeignKey(Sound, on_delete=models.PROTECT, related_name="+", verbose_name="geluid")
    voice = models.CharField("stem", max_length=8, choices=Voice.choices)
    spoken_at = models.DateTimeField("erbij gezet op", auto_now_add=True)
    withdrawn_at = models.DateTimeField("weggehaald op", null=True, blank=True)

    objects = SpeechQuerySet.as_manager()

    class Meta:
        verbose_name = "gesproken tekst"
        verbose_name_plural = "gesproken teksten"
        constraints = [
            models.UniqueConstraint(
                fields=["question", "part", "text_hash"],
                condition=models.Q(withdrawn_at=None),
                name="a_text_of_a_question_has_one_sound",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_voice_display()}: {self.text[:60]}"
