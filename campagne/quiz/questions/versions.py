"""What was published: versions of a question and of a quiz, which never change again."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from campagne.media.models import Picture
from campagne.quiz.questions.choices import CHANGES, CONSTRUCTS, KINDS, MessageKind
from campagne.quiz.questions.draft import Draft, Hotspot, Option
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.scoring import Construct, Key, Kind


class Frozen(Exception):
    """Somebody tried to change what was published."""


class FrozenQuerySet(models.QuerySet):
    def update(self, **fields: Any) -> int:
        raise Frozen(f"{self.model.__name__} cannot change {', '.join(fields)}; publish a new version instead")


class FrozenModel(models.Model):
    """A row that is written once. Deleting is stopped by the answers that point at it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Frozen(f"{self._meta.label} {self.pk} was published and cannot change; publish a new version instead")
        super().save(*args, **kwargs)


class QuestionSeries(models.Model):
    """Versions of one question whose answers may be counted together."""

    question = models.ForeignKey("quiz.Question", on_delete=models.CASCADE, related_name="series")
    started_at = models.DateTimeField("begonnen op", auto_now_add=True)

    class Meta:
        verbose_name = "vraagreeks"
        verbose_name_plural = "vraagreeksen"

    def __str__(self) -> str:
        return f"Reeks {self.pk} van vraag {self.question_id}"


class QuestionVersionQuerySet(FrozenQuerySet):
    def newest(self) -> "QuestionVersionQuerySet":
        """The last published version of each question."""
        last = self.model.objects.filter(question=models.OuterRef("question")).order_by("-pk").values("pk")[:1]
        return self.filter(pk=models.Subquery(last))

    def live(self) -> "QuestionVersionQuerySet":
        """Versions of questions that have not been taken down."""
        return self.filter(question__live=True)

    def with_answers(self) -> "QuestionVersionQuerySet":
        """Add `answers`: how many answers to each version count, also of attempts of which only counts are left."""
        counting = models.Q(responses__is_counting=True, responses__attempt__counted_at=None)
        to_count = self._per_version(models.Count("responses", filter=counting))
        return self.annotate(answers=to_count + self._per_version(Coalesce(models.Sum("counts__count"), 0)))

    def _per_version(self, number: models.Aggregate | Coalesce) -> models.Subquery:
        one = self.model.objects.filter(pk=models.OuterRef("pk")).order_by()
        return models.Subquery(one.values("pk").annotate(number=number).values("number"))


class QuestionVersion(FrozenModel):
    """A question as people saw it. Answers point here, so a later edit never changes what was asked."""

    CONTENT = (
        *("kind", "construct", "stem", "explanation"),
        *("message_channel", "message_sender", "message_body", "picture_id", "vignette"),
        *("easy_stem", "easy_vignette", "easy_explanation"),
    )

    question = models.ForeignKey("quiz.Question", on_delete=models.CASCADE, related_name="versions")
    series = models.ForeignKey(QuestionSeries, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("nummer in de reeks")
    kind = models.CharField("soort", max_length=12, choices=KINDS)
    construct = models.CharField("meet", max_length=12, choices=CONSTRUCTS)
    stem = models.TextField("vraag")
    message_channel = models.CharField("soort bericht", max_length=8, choices=MessageKind.choices, blank=True)
    message_sender = models.CharField("afzender", max_length=80, blank=True)
    message_body = models.TextField("bericht", blank=True)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    explanation = models.TextField("uitleg", blank=True)
    vignette = models.TextField("situatie", blank=True)
    hotspots = models.JSONField("plekken op het beeld", default=list, blank=True)
    easy_stem = models.TextField("vraag in makkelijke taal", blank=True)
    easy_vignette = models.TextField("situatie in makkelijke taal", blank=True)
    easy_explanation = models.TextField("uitleg in makkelijke taal", blank=True)
    content_hash = models.CharField(max_length=64, editable=False)
    change = models.CharField("soort wijziging", max_length=12, choices=CHANGES, default=Change.FIRST.value)
    reason = models.TextField("waarom", blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gepubliceerd door",
    )
    published_at = models.DateTimeField("gepubliceerd op", auto_now_add=True)

    objects = QuestionVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraagversie"
        verbose_name_plural = "vraagversies"
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="a_series_numbers_its_versions"),
        ]

    def __str__(self) -> str:
        return f"{self.stem[:80]} (versie {self.number})"

    @property
    def is_scored(self) -> bool:
        return Construct(self.construct).is_scored

    def key(self) -> Key:
        """What is right now, to mark an answer with."""
        return self.key_among(self.options.all())

    def key_among(self, options: Iterable["OptionVersion"]) -> Key:
        """The key, for who has the options at hand, in their order."""
        listed = list(options)
        right = frozenset(option.key for option in listed if option.is_right)
        in_order = tuple(option.key for option in listed) if self.kind == Kind.ORDER else ()
        return Key(Construct(self.construct), right, in_order)

    def as_draft(self) -> Draft:
        """The content as it was published, whatever was corrected later."""
        content = {name: getattr(self, name) for name in self.CONTENT}
        content |= {"kind": Kind(self.kind), "construct": Construct(self.construct)}
        spots = tuple(Hotspot(**spot) for spot in self.hotspots)
        return Draft(**content, hotspots=spots, options=tuple(option.as_draft() for option in self.options.all()))


class OptionVersionQuerySet(FrozenQuerySet):
    def turn_key(self, right: Iterable[UUID]) -> None:
        """Correct which of these options are right. The only change a published row knows."""
        for is_right, options in ((True, self.filter(key__in=right)), (False, self.exclude(key__in=right))):
            models.QuerySet.update(options, is_right=is_right)

    def of(self, version: QuestionVersion, options: tuple[Option, ...]) -> list["OptionVersion"]:
        """Write the options of a new version, in their order."""
        return self.bulk_create(
            OptionVersion(
                version=version,
                key=option.key,
                text=option.text,
                is_right=option.is_right,
                was_right=option.is_right,
                explanation=option.explanation,
                easy_text=option.easy_text,
                easy_explanation=option.easy_explanation,
                channel=option.channel,
                order=order,
            )
            for order, option in enumerate(options, start=1)
        )


class OptionVersion(FrozenModel):
    """One answer to choose, as people saw it. `is_right` follows corrections of the key, `was_right` never changes."""

    wagtail_reference_index_ignore = True

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="options")
    key = models.UUIDField("sleutel")
    text = models.TextField("antwoord")
    is_right = models.BooleanField("goed")
    was_right = models.BooleanField("goed bij publicatie")
    explanation = models.TextField("uitleg", blank=True)
    easy_text = models.TextField("antwoord in makkelijke taal", blank=True)
    easy_explanation = models.TextField("uitleg in makkelijke taal", blank=True)
    channel = models.SlugField("code van het meldpunt", blank=True)
    order = models.PositiveSmallIntegerField("volgorde")

    objects = OptionVersionQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        verbose_name = "antwoordversie"
        verbose_name_plural = "antwoordversies"
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="a_version_has_an_option_once"),
            models.UniqueConstraint(fields=["version", "order"], name="a_version_has_one_option_a_place"),
        ]

    def __str__(self) -> str:
        return self.text

    def as_draft(self) -> Option:
        """The option as it was published."""
        return Option(
            self.key,
            self.text,
            is_right=self.was_right,
            explanation=self.explanation,
            easy_text=self.easy_text,
            easy_explanation=self.easy_explanation,
            channel=self.channel,
        )
