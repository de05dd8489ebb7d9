"""Quiz: questions in an order. What people take is its version."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from campagne.contacts.models import ReportChannel
from campagne.quiz.questions.choices import BLOCKS
from campagne.quiz.questions.plan import ASKING, Block, Item, unfolded
from campagne.quiz.questions.question import Question
from campagne.quiz.questions.scoring import Construct
from campagne.quiz.questions.versions import FrozenModel, FrozenQuerySet, QuestionVersion
from doelgroepen.models import Municipality, Theme

READ = {Block.INFO, Block.DISCUSS}
ASKED = sorted(block.value for block in ASKING)
WITH_QUESTION = sorted(block.value for block in Block if block.has_question)


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
        """Tell whether somebody answered it, also when only counts of that are left."""
        return self.versions.filter(models.Q(attempts__isnull=False) | models.Q(counts__isnull=False)).exists()

    def renew_version(self) -> "QuizVersion | None":
        """Make a version if the plan, with the live versions of its questions, is no longer the current one."""
        with transaction.atomic():
            Quiz.objects.select_for_update().get(pk=self.pk)
            current = self.current_version
            items = unfolded(self._live_items())
            if items == (current.plan() if current else []):
                return current
            return QuizVersion.objects.freeze(self, items, number=current.number + 1 if current else 1)

    def _live_items(self) -> Iterator[Item]:
        # The two databases disagree about where a part without a place belongs.
        in_order = (models.F("sort_order").asc(nulls_first=True), "pk")
        parts = list(QuizPart.objects.filter(quiz=self).order_by(*in_order))
        newest = QuestionVersion.objects.filter(question__in=[part.question_id for part in parts]).live().newest()
        of_question = {version.question_id: version.pk for version in newest}
        for part in parts:
            block = Block(part.block)
            if not block.has_question or part.question_id in of_question:
                yield Item(block, of_question.get(part.question_id), part.title, part.text)


class QuizPart(Orderable):
    """One part of the plan of a quiz, in its place: a question, or something to read or to talk about."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="parts")
    block = models.CharField("onderdeel", max_length=12, choices=BLOCKS, default=Block.PRACTICE.value)
    question = models.ForeignKey(
        Question,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="used_in",
        verbose_name="vraag",
        help_text="Bij een oefenvraag, een meetvraag en een stemvraag.",
    )
    title = models.CharField("kop", max_length=120, blank=True)
    text = models.TextField(
        "tekst", max_length=1200, blank=True, help_text="Een witregel begint een nieuwe alinea. Schrijf kort."
    )

    class Meta(Orderable.Meta):
        verbose_name = "onderdeel van quiz"
        verbose_name_plural = "onderdelen van quiz"
        constraints = [
            # The condition changes nothing here; it leaves the words to the form of the quiz, which says it at the row.
            models.UniqueConstraint(
                fields=["quiz", "question"],
                condition=models.Q(question__isnull=False),
                name="a_quiz_asks_a_question_once",
            ),
            models.UniqueConstraint(
                fields=["quiz"],
                condition=models.Q(block=Block.MEASURE_POST.value),
                name="a_quiz_measures_afterwards_once",
            ),
            models.CheckConstraint(
                condition=models.Q(block__in=WITH_QUESTION, question__isnull=False)
                | (~models.Q(block__in=WITH_QUESTION) & models.Q(question=None)),
                name="a_part_has_a_question_if_it_asks_one",
            ),
        ]

    def clean(self) -> None:
        """Say at the field itself what is missing or too much. Raises ValidationError."""
        block, found = Block(self.block), {}
        if block.has_question and self.question_id is None:
            found["question"] = "Kies de vraag."
        if not block.has_question and self.question_id is not None:
            found["question"] = "Bij dit onderdeel hoort geen vraag. Haal de vraag weg, of kies een ander onderdeel."
        if block in READ and not self.text.strip():
            found["text"] = "Schrijf op wat iemand hier leest."
        if block not in READ and (self.title or self.text):
            found["text"] = "Kop en tekst staan alleen bij uitleg en bij een gespreksvraag. Haal ze hier weg."
        if block is Block.VOTE and self.question_id and Construct(self.question.construct).is_scored:
            found["question"] = "Kies voor een stemvraag een vraag zonder goed of fout: over voornemen of vertrouwen."
        if found:
            raise ValidationError(found)


class QuizVersionQuerySet(FrozenQuerySet):
    def freeze(self, quiz: Quiz, items: Sequence[Item], *, number: int) -> "QuizVersion":
        """Write a version with its parts in order."""
        asked = QuestionVersion.objects.in_bulk({item.version for item in items if item.version})
        scored = [item for item in items if item.block.is_in_score and asked[item.version].is_scored]
        count = sum(item.block.asks for item in items)
        made = self.create(quiz=quiz, number=number, question_count=count, scored_count=len(scored))
        QuizVersionItem.objects.bulk_create(
            QuizVersionItem(
                quiz_version=made,
                block=item.block.value,
                version_id=item.version,
                title=item.title,
                text=item.text,
                order=order,
            )
            for order, item in enumerate(items, 1)
        )
        return made


class QuizVersion(FrozenModel):
    """A quiz as somebody takes it; who has begun goes on with the same parts.

    `question_count` is how often something is asked; `scored_count` how much can be right, each question once.
    """

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

    def plan(self) -> list[Item]:
        """What is in it, in order."""
        told = self.items.order_by("order").values_list("block", "version", "title", "text")
        return [Item(Block(block), version, title, text) for block, version, title, text in told]


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
            models.UniqueConstraint(
                fields=["quiz_version", "version", "block"], name="a_quiz_version_asks_a_question_once_a_block"
            ),
            models.CheckConstraint(
                condition=models.Q(block__in=ASKED, version__isnull=False)
                | (~models.Q(block__in=ASKED) & models.Q(version=None)),
                name="a_quiz_version_has_a_question_where_it_asks",
            ),
        ]

    def __str__(self) -> str:
        return f"onderdeel {self.order}"
