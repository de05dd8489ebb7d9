"""Quiz: questions in an order. What people take is its version."""

from typing import Any

from django.db import models, transaction
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from campagne.contacts.models import ReportChannel
from campagne.quiz.choices import BLOCKS
from campagne.quiz.plan import Block
from campagne.quiz.question import Question
from campagne.quiz.versions import FrozenModel, FrozenQuerySet, QuestionVersion
from doelgroepen.models import Municipality, Theme


class Quiz(index.Indexed, ClusterableModel):
    """A quiz as an editor composes it."""

    title = models.CharField("titel", max_length=120)
    slug = models.SlugField("adres", unique=True, help_text="Staat in het webadres: /quiz/<adres>/.")
    introduction = models.TextField("inleiding", blank=True, help_text="Eén of twee zinnen boven de startknop.")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, verbose_name="thema")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quizzes",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )
    channels = models.ManyToManyField(
        ReportChannel,
        blank=True,
        verbose_name="meldpunten aan het eind",
        help_text="Wie kan de lezer bellen na deze quiz? Kies er hooguit drie.",
    )

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("theme"),
        index.FilterField("municipality"),
    ]

    class Meta:
        ordering = ["title"]
        verbose_name = "quiz"
        verbose_name_plural = "quizzen"

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and make a version when what the quiz asks has changed."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.renew_version()

    @property
    def start_url(self) -> str:
        return reverse("quiz:start", args=[self.slug])

    @property
    def current_version(self) -> "QuizVersion | None":
        """The version people start now, one query; None while nothing was ever published in it."""
        return self.versions.order_by("-number").first()

    def is_in_use(self) -> bool:
        """Tell whether somebody answered it."""
        return self.versions.filter(attempts__isnull=False).exists()

    def renew_version(self) -> "QuizVersion | None":
        """Make a version if the live versions of the questions are no longer those of the current one."""
        with transaction.atomic():
            Quiz.objects.select_for_update().get(pk=self.pk)
            current = self.current_version
            asked = list(current.items.order_by("order").values_list("version_id", flat=True)) if current else []
            live = self._live_versions()
            if [version.pk for version in live] == asked:
                return current
            return QuizVersion.objects.freeze(self, live, number=current.number + 1 if current else 1)

    def _live_versions(self) -> list[QuestionVersion]:
        parts = QuizPart.objects.filter(quiz=self, question__isnull=False).order_by("sort_order", "pk")
        chosen = list(parts.values_list("question", flat=True))
        newest = QuestionVersion.objects.filter(question__in=chosen).live().newest()
        of_question = {version.question_id: version for version in newest}
        return [of_question[question] for question in chosen if question in of_question]


class QuizPart(Orderable):
    """One part of the plan of a quiz, in its place: a question, or something to read or to talk about."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="parts")
    block = models.CharField("onderdeel", max_length=12, choices=BLOCKS, default=Block.PRACTICE.value)
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, null=True, blank=True, related_name="used_in", verbose_name="vraag"
    )
    title = models.CharField("kop", max_length=120, blank=True)
    text = models.TextField("tekst", max_length=1200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "onderdeel van quiz"
        verbose_name_plural = "onderdelen van quiz"
        constraints = [
            models.UniqueConstraint(fields=["quiz", "question"], name="a_quiz_asks_a_question_once"),
        ]


class QuizVersionQuerySet(FrozenQuerySet):
    def freeze(self, quiz: Quiz, versions: list[QuestionVersion], *, number: int) -> "QuizVersion":
        """Write a version with its questions in order."""
        scored = sum(version.is_scored for version in versions)
        made = self.create(quiz=quiz, number=number, question_count=len(versions), scored_count=scored)
        items = (QuizVersionItem(quiz_version=made, version=v, order=order) for order, v in enumerate(versions, 1))
        QuizVersionItem.objects.bulk_create(items)
        return made


class QuizVersion(FrozenModel):
    """The questions of a quiz as somebody takes them; who has begun goes on with the same ones."""

    wagtail_reference_index_ignore = True

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("nummer")
    question_count = models.PositiveSmallIntegerField("aantal vragen")
    scored_count = models.PositiveSmallIntegerField("aantal vragen met goed of fout")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = QuizVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "quizversie"
        verbose_name_plural = "quizversies"
        constraints = [
            models.UniqueConstraint(fields=["quiz", "number"], name="a_quiz_numbers_its_versions"),
        ]

    def __str__(self) -> str:
        return f"{self.quiz_id}, versie {self.number}"


class QuizVersionItem(FrozenModel):
    """One part of a quiz version, at its place (from 1)."""

    wagtail_reference_index_ignore = True

    quiz_version = models.ForeignKey(QuizVersion, on_delete=models.CASCADE, related_name="items")
    block = models.CharField("onderdeel", max_length=12, choices=BLOCKS, default=Block.PRACTICE.value)
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="places")
    title = models.CharField("kop", max_length=120, blank=True)
    text = models.TextField("tekst", blank=True)
    order = models.PositiveSmallIntegerField("volgorde")

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        verbose_name = "onderdeel van quizversie"
        verbose_name_plural = "onderdelen van quizversie"
        constraints = [
            models.UniqueConstraint(fields=["quiz_version", "order"], name="a_quiz_version_has_one_question_a_place"),
        ]

    def __str__(self) -> str:
        return f"onderdeel {self.order}"
