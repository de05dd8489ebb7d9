"""What is kept when attempts are gone: how often, and nothing about who or what went together.

A row of a day counts attempts that are over. Patterns (see `pattern`) are kept and no marks, so that a key that is
corrected later gives the right scores of everything that was ever answered.
"""

from django.db import models

from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.choices import BLOCKS, MEDIA, RENDERINGS
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.versions import QuestionVersion


class Count(models.Model):
    """Where, when and in which group; `page_id` is 0 and `cluster` is empty where there was none."""

    wagtail_reference_index_ignore = True

    day = models.DateField("dag", help_text="De dag waarop de poging begon, in Nederlandse tijd.")
    page_id = models.PositiveBigIntegerField("pagina", default=0, help_text="Op welke pagina de quiz begon; 0: geen.")
    cluster = models.CharField("groep", max_length=64, blank=True, help_text="Een code van een groepsles.")
    count = models.PositiveIntegerField("aantal", help_text="Hoe vaak.")

    class Meta:
        abstract = True


class ItemCount(Count):
    """How often a question was answered with this pattern."""

    explanation = "Per dag, pagina, groep en vraag: hoe vaak welk antwoord is gegeven. Zonder poging, dus zonder mens."

    quiz = models.ForeignKey(
        "quiz.Quiz", on_delete=models.PROTECT, related_name="+", verbose_name="quiz", help_text="In welke quiz."
    )
    version = models.ForeignKey(
        QuestionVersion,
        on_delete=models.PROTECT,
        related_name="counts",
        verbose_name="vraagversie",
        help_text="De vraag, zoals die er toen stond.",
    )
    block = models.CharField(
        "onderdeel", max_length=12, choices=BLOCKS, default=Block.PRACTICE.value, help_text="Oefening of meting."
    )
    rendering = models.CharField(
        "taal",
        max_length=8,
        choices=RENDERINGS,
        default=Rendering.STANDARD.value,
        help_text="Gewone of makkelijke taal.",
    )
    medium = models.CharField(
        "waarop", max_length=8, choices=MEDIA, default=Medium.SCREEN.value, help_text="Op een scherm of op papier."
    )
    pattern = models.CharField("keuze", max_length=40, help_text="Het antwoord, als nummers of een woord.")

    class Meta:
        verbose_name = "telling van antwoorden"
        verbose_name_plural = "tellingen van antwoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "quiz", "day", "page_id", "cluster", "block", "rendering", "medium", "pattern"],
                name="an_answer_is_counted_in_one_row",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}, vraagversie {self.version_id}, {self.pattern}: {self.count}"


class TransitionCount(Count):
    """How often the answer before the lesson was one pattern and after it another."""

    explanation = "Per dag, pagina, groep en meetvraag: hoe vaak welk antwoord vooraf samenging met welk achteraf."

    quiz = models.ForeignKey(
        "quiz.Quiz", on_delete=models.PROTECT, related_name="+", verbose_name="quiz", help_text="In welke quiz."
    )
    version = models.ForeignKey(
        QuestionVersion,
        on_delete=models.PROTECT,
        related_name="transitions",
        verbose_name="vraagversie",
        help_text="De vraag, die vooraf en achteraf dezelfde was.",
    )
    before = models.CharField("vooraf", max_length=40, help_text="Het antwoord vooraf.")
    after = models.CharField("achteraf", max_length=40, help_text="Het antwoord achteraf.")

    class Meta:
        verbose_name = "telling van veranderingen"
        verbose_name_plural = "tellingen van veranderingen"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "quiz", "day", "page_id", "cluster", "before", "after"],
                name="a_transition_is_counted_in_one_row",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}, vraagversie {self.version_id}, {self.before} → {self.after}: {self.count}"


class AttemptCount(Count):
    """How many attempts got how far."""

    explanation = "Per dag, pagina en groep: hoeveel pogingen tot waar in de quiz kwamen."

    quiz_version = models.ForeignKey(
        "quiz.QuizVersion",
        on_delete=models.PROTECT,
        related_name="counts",
        verbose_name="quizversie",
        help_text="Welke vragen er toen in de quiz stonden.",
    )
    furthest = models.PositiveSmallIntegerField("tot", help_text="Het verste onderdeel met een antwoord.")
    is_finished = models.BooleanField("klaar", help_text="Of het einde is bereikt.")

    class Meta:
        verbose_name = "telling van pogingen"
        verbose_name_plural = "tellingen van pogingen"
        constraints = [
            models.UniqueConstraint(
                fields=["quiz_version", "day", "page_id", "cluster", "furthest", "is_finished"],
                name="an_attempt_is_counted_in_one_row",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}, quizversie {self.quiz_version_id}, tot {self.furthest}: {self.count}"
