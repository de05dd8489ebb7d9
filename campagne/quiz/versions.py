"""What was published: versions of a question and of a quiz, which never change again."""

from typing import Any

from django.db import models

from campagne.media.models import Picture
from campagne.quiz.choices import CONSTRUCTS, KINDS, MessageKind
from campagne.quiz.draft import Draft, Option
from campagne.quiz.scoring import Construct, Key, Kind


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

    def freeze(self, question: models.Model, draft: Draft) -> "QuestionVersion":
        """Give the version that holds this draft: the last one if nothing changed, otherwise a new one.

        What may be compared with the last version stays in its series; anything else starts a new series.
        """
        last = self.filter(question=question).select_related("series").order_by("-pk").first()
        if last and last.content_hash == draft.fingerprint():
            return last
        series, number = QuestionSeries(question=question), 1
        if last and last.as_draft().is_comparable_with(draft):
            series, number = last.series, last.number + 1
        else:
            series.save()
        version = self.create(
            question=question,
            series=series,
            number=number,
            content_hash=draft.fingerprint(),
            **{name: getattr(draft, name) for name in QuestionVersion.CONTENT},
        )
        OptionVersion.objects.of(version, draft.options)
        return version


class QuestionVersion(FrozenModel):
    """A question as people saw it. Answers point here, so a later edit never changes what was asked."""

    CONTENT = (
        *("kind", "construct", "stem", "explanation"),
        *("message_channel", "message_sender", "message_body", "picture_id"),
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
    content_hash = models.CharField(max_length=64, editable=False)
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
        """What is right, to mark an answer with."""
        return Key(Construct(self.construct), frozenset(o.key for o in self.options.all() if o.is_right))

    def as_draft(self) -> Draft:
        content = {name: getattr(self, name) for name in self.CONTENT}
        options = tuple(Option(o.key, o.text, o.is_right, o.explanation) for o in self.options.all())
        return Draft(
            **{**content, "kind": Kind(self.kind), "construct": Construct(self.construct)},
            options=options,
        )


class OptionVersionQuerySet(FrozenQuerySet):
    def of(self, version: QuestionVersion, options: tuple[Option, ...]) -> list["OptionVersion"]:
        """Write the options of a new version, in their order."""
        return self.bulk_create(
            OptionVersion(
                version=version,
                key=option.key,
                text=option.text,
                is_right=option.is_right,
                explanation=option.explanation,
                order=order,
            )
            for order, option in enumerate(options, start=1)
        )


class OptionVersion(FrozenModel):
    """One answer to choose, as people saw it."""

    wagtail_reference_index_ignore = True

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="options")
    key = models.UUIDField("sleutel")
    text = models.TextField("antwoord")
    is_right = models.BooleanField("goed")
    explanation = models.TextField("uitleg", blank=True)
    order = models.PositiveSmallIntegerField("volgorde")

    objects = OptionVersionQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        verbose_name = "antwoordversie"
        verbose_name_plural = "antwoordversies"
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="a_version_has_an_option_once"),
        ]

    def __str__(self) -> str:
        return self.text
