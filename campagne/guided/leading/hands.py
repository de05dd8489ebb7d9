"""A show of hands: what the presenter counted in the room, question by question. It is never mixed with attempts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models, transaction

from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.models import QuestionVersion


@dataclass(frozen=True)
class Hands:
    """The hands for one question: how many for each answer, and how many people were in the room."""

    patterns: Mapping[str, int] = field(default_factory=dict)
    present: int = 0

    def exceeds_the_room(self, *, takes_one: bool) -> bool:
        """Tell whether there were more hands than people; where more may be chosen, for one answer alone."""
        counts = self.patterns.values()
        return bool(counts) and (sum(counts) if takes_one else max(counts)) > self.present


class HandCountQuerySet(models.QuerySet["HandCount"]):
    def by_place(self) -> dict[int, Hands]:
        """What was counted, by the place of the question in the quiz; one query."""
        counted: dict[int, tuple[dict[str, int], int]] = {}
        for place, pattern, count, present in self.order_by("pk").values_list("place", "pattern", "count", "present"):
            patterns, most = counted.get(place, ({}, 0))
            counted[place] = ({**patterns, pattern: count}, max(most, present))
        return {place: Hands(patterns, present) for place, (patterns, present) in counted.items()}


class HandCount(models.Model):
    """How many hands went up for one answer. `pattern` is written as in answers; `present` is who was in the room."""

    explanation = "Hoeveel mensen in een groepsles hun hand opstaken bij een antwoord. Wie dat waren, weten wij niet."

    wagtail_reference_index_ignore = True

    session = models.ForeignKey(
        GuidedSession,
        on_delete=models.CASCADE,
        related_name="hands",
        verbose_name="les",
        help_text="In welke les.",
    )
    place = models.PositiveSmallIntegerField("onderdeel", help_text="Het hoeveelste onderdeel van de quiz het was.")
    version = models.ForeignKey(
        QuestionVersion,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="vraagversie",
        help_text="De vraag, zoals die er toen stond.",
    )
    pattern = models.CharField("keuze", max_length=40, help_text="Het antwoord, als een nummer of een woord.")
    count = models.PositiveSmallIntegerField("handen", help_text="Hoeveel handen er omhoog gingen.")
    present = models.PositiveSmallIntegerField("in de zaal", help_text="Hoeveel mensen er toen waren.")

    objects = HandCountQuerySet.as_manager()

    class Meta:
        verbose_name = "geteld met handen"
        verbose_name_plural = "geteld met handen"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "place", "pattern"], name="hands_for_an_answer_are_counted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}, {self.place}: {self.pattern}"


@transaction.atomic
def count_hands(session: GuidedSession, place: int, version: int, hands: Hands) -> None:
    """Write down the hands for a question in place of what was counted before; no patterns is no count."""
    told = HandCount.objects.filter(session=session, place=place)
    told.exclude(pattern__in=hands.patterns).delete()
    HandCount.objects.bulk_create(
        [
            HandCount(
                session=session, place=place, version_id=version, pattern=pattern, count=count, present=hands.present
            )
            for pattern, count in hands.patterns.items()
        ],
        update_conflicts=True,
        unique_fields=["session", "place", "pattern"],
        update_fields=["version", "count", "present"],
    )
