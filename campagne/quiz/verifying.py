"""Is what was published still what was published? Every version is read again and compared with its hash."""

from collections.abc import Iterator
from dataclasses import dataclass

from campagne.quiz.attempts import Response
from campagne.quiz.key_correction import KeyCorrection
from campagne.quiz.versions import QuestionVersion

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


RESTORE = (
    "Iemand heeft de database buiten de site om veranderd. Zet deze vraagversie terug uit een back-up van ervoor; "
    "gebruik de antwoorden erop tot dan niet."
)
MARK_AGAIN = "Herstel eerst de versies hierboven; verbeter anders de sleutel van de vraag opnieuw."


def _keys() -> dict[int, set[str]]:
    """The key of each series in which one was corrected: what the last correction wrote down."""
    corrections = KeyCorrection.objects.order_by("pk").values_list("version__series", "after")
    return {series: set(after) for series, after in corrections}


def _said(keys: set[str]) -> str:
    return ", ".join(sorted(keys)) or "leeg"
