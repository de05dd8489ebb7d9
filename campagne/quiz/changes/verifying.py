"""Is what was published still what was published? Every version is read again and compared with its hash."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Sum

from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.counts import AttemptCount, ItemCount
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.questions.pattern import is_pattern
from campagne.quiz.questions.versions import OptionVersion, QuestionVersion

AT_ONCE = 500


@dataclass(frozen=True)
class Fault:
    """What was found, what was expected, and what to do about it."""

    where: str
    found: str
    expected: str
    advice: str

    def __str__(self) -> str:
        return f"{self.where}: gevonden {self.found}, verwacht {self.expected}. {self.advice}"


def faults() -> Iterator[Fault]:
    """Give every version that differs from what was published, every key that nobody wrote down, and wrong marks."""
    keys = _keys()
    versions = QuestionVersion.objects.prefetch_related("options").order_by("pk")
    for version in versions.iterator(chunk_size=AT_ONCE):
        where = f"Vraagversie {version.pk} van vraag {version.question_id}"
        if (found := version.as_draft().fingerprint()) != version.content_hash:
            yield Fault(where, f"inhoud {found}", version.content_hash, RESTORE)
        written = {str(option.key) for option in version.options.all() if option.was_right}
        expected = keys.get(version.series_id, written)
        if (now := {str(key) for key in version.key().right}) != expected:
            yield Fault(where, f"sleutel {_said(now)}", _said(expected), RESTORE)
    if wrong := Response.objects.mismarked().count():
        yield Fault("Antwoorden", f"{wrong} met een ander oordeel dan de sleutel geeft", "geen", MARK_AGAIN)
    yield from _faults_of_counts()


RESTORE = (
    "Iemand heeft de database buiten de site om veranderd. Zet deze vraagversie terug uit een back-up van ervoor; "
    "gebruik de antwoorden erop tot dan niet."
)
MARK_AGAIN = "Herstel eerst de versies hierboven; verbeter anders de sleutel van de vraag opnieuw."


def _faults_of_counts() -> Iterator[Fault]:
    """Give the kept answers that their version does not have, and attempts that are marked as counted and are not."""
    places = OptionVersion.objects.values_list("version", "order")
    known: dict[int, set[int]] = {}
    for version, place in places.iterator(chunk_size=AT_ONCE):
        known.setdefault(version, set()).add(place)
    for version, pattern in (
        ItemCount.objects.order_by("version", "pattern").values_list("version", "pattern").distinct()
    ):
        if not is_pattern(pattern, known.get(version, set())):
            yield Fault(
                f"Telling van vraagversie {version}", f"antwoord {pattern!r}", "een antwoord dat er staat", COUNTED
            )
    kept, there = AttemptCount.objects.aggregate(all=Sum("count"))["all"] or 0, Attempt.objects.exclude(counted_at=None)
    if (counted := there.count()) > kept:
        yield Fault("Tellingen", f"{kept} getelde pogingen", f"minstens {counted}", COUNTED)


COUNTED = "Iemand heeft de tellingen buiten de site om veranderd. Zet ze terug uit een back-up van ervoor."


def _keys() -> dict[int, set[str]]:
    """The key of each series in which one was corrected: what the last correction wrote down."""
    corrections = KeyCorrection.objects.order_by("pk").values_list("version__series", "after")
    return {series: set(after) for series, after in corrections}


def _said(keys: set[str]) -> str:
    return ", ".join(sorted(keys)) or "leeg"
