"""A corrected key: whatever was answered is marked as if the key had been right from the start."""

from uuid import UUID

from django.conf import settings
from django.db import models, transaction

from campagne.quiz.answers.attempts import Response
from campagne.quiz.answers.results import marks_of
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.questions.versions import FrozenModel, FrozenQuerySet, OptionVersion, QuestionVersion

Marks = dict[tuple[int, str], tuple[int, bool | None]]
"""How often each pattern was given to each version, and how it is marked."""


class KeyCorrection(FrozenModel):
    """Who corrected a key, when and why, and what it was. It holds for every version of the series."""

    wagtail_reference_index_ignore = True

    version = models.OneToOneField(
        QuestionVersion, on_delete=models.CASCADE, related_name="correction", verbose_name="vraagversie"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door",
    )
    why = models.TextField("waarom")
    at = models.DateTimeField("op")
    before = models.JSONField("goede antwoorden ervoor")
    after = models.JSONField("goede antwoorden erna")
    marked_otherwise = models.PositiveIntegerField("antwoorden die een ander oordeel kregen")

    objects = FrozenQuerySet.as_manager()

    class Meta:
        verbose_name = "sleutelverbetering"
        verbose_name_plural = "sleutelverbeteringen"
        constraints = [
            models.CheckConstraint(condition=~models.Q(why=""), name="a_corrected_key_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"Sleutel van vraagversie {self.version_id} verbeterd"


@transaction.atomic
def correct_key(
    version: QuestionVersion, *, before: frozenset[UUID], why: str, by: models.Model | None
) -> KeyCorrection:
    """Mark all answers of the series by the key of this version, its newest; return what was written down.

    Kept counts have patterns and no marks, so for those there is nothing to write: they are marked when asked.
    Which answer of somebody counts does not depend on the key and stays. Running it again changes nothing.
    """
    if done := KeyCorrection.objects.filter(version=version).first():
        return done
    options = OptionVersion.objects.filter(version__series=version.series_id)
    # Whoever sends in an answer holds the options it is marked by; from here on none is marked by the old key.
    held = [option.pk for option in options.select_for_update(of=("self",)).order_by("version", "order")]
    after, marked_before = version.key().right, _marks(version.series_id)
    OptionVersion.objects.filter(pk__in=held).turn_key(after)
    Response.objects.filter(question_version__series=version.series_id).mark_again()
    return KeyCorrection.objects.create(
        version=version,
        by=by,
        why=why,
        at=version.published_at,
        before=sorted(map(str, before)),
        after=sorted(map(str, after)),
        marked_otherwise=_marked_otherwise(marked_before, _marks(version.series_id)),
    )


def _marks(series: int) -> Marks:
    """How often each answer that counts was given, to each version of the series, and how it is marked now."""
    versions = QuestionVersion.objects.filter(series=series).prefetch_related("options").in_bulk()
    given = answers_by(Selection(series=series), "version", "pattern")
    return {
        (version, pattern): (times, marks_of(versions[version], [pattern])[pattern])
        for (version, pattern), times in given.items()
    }


def _marked_otherwise(before: Marks, after: Marks) -> int:
    return sum(times for answer, (times, mark) in before.items() if after[answer][1] != mark)
