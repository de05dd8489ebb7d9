"""Speech: a sound of one exact text of a question. What was spoken is kept; what is withdrawn is heard nowhere."""

from collections.abc import Iterable

from django.db import models

from campagne.media.speaking import Spoken
from campagne.media.spoken_text import SpokenText, SpokenTextQuerySet
from campagne.quiz.questions.choices import RENDERINGS


class SpeechQuerySet(SpokenTextQuerySet):
    def of_version(self, version_id: int, texts: Iterable[Spoken]) -> "dict[tuple[str, str], Speech]":
        """The sounds of these texts of a version, by their place. One query."""
        digests = {spoken.digest for spoken in texts}
        found = self.audible().filter(question__versions=version_id, text_hash__in=digests)
        return {(speech.part, speech.text_hash): speech for speech in found}


class Speech(SpokenText):
    """A sound and the text that is spoken in it."""

    owner = "question"

    question = models.ForeignKey("quiz.Question", on_delete=models.CASCADE, related_name="speeches")
    rendering = models.CharField("woorden", max_length=8, choices=RENDERINGS)

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
