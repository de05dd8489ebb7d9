"""What kind of change is this? Rules about two drafts of one question, without a database.

What people answered keeps its meaning only if every kind of change is called by its name: a cosmetic
one stays in the series, a corrected key stays in it and is marked again, anything else starts a new one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.rendering import has_easy
from campagne.quiz.questions.wording import is_the_same_text, plain


class Change(StrEnum):
    """What publishing changed: nothing before it, the words only, the meaning, or which answer is right."""

    FIRST = "first"
    COSMETIC = "cosmetic"
    SUBSTANTIVE = "substantive"
    KEY = "key"

    @property
    def keeps_series(self) -> bool:
        return self in KEEPING_SERIES


KEEPING_SERIES = frozenset({Change.COSMETIC, Change.KEY})


@dataclass(frozen=True)
class Proposal:
    """Which kind of change we take it for, why, and which kinds would be honest."""

    change: Change
    reasons: tuple[str, ...]
    allowed: frozenset[Change]

    @property
    def unasked(self) -> Change:
        """The kind to take when nobody chose: never one that could mix up what was measured."""
        return Change.COSMETIC if self.change is Change.COSMETIC else Change.SUBSTANTIVE

    def settled(self, decision: "Decision") -> Change:
        """The kind that holds: what was decided if that is honest and complete, else what is safe unasked."""
        if decision.change in self.allowed and decision.is_complete:
            return decision.change
        return self.unasked

    def refusal(self, chosen: Change) -> str:
        """Say why a choice would not be honest; empty when it is."""
        if chosen in self.allowed:
            return ""
        found = " ".join(self.reasons)
        if chosen is Change.COSMETIC:
            return f"Cosmetisch kan hier niet. {found} Kies een andere soort wijziging."
        if self.change is Change.COSMETIC:
            return "De sleutel is niet veranderd: hetzelfde antwoord is goed. Kies een andere soort wijziging."
        return (
            f"Sleutel verbeterd kan alleen als verder niets verandert dan leestekens, tikfouten en uitleg. {found} "
            "Publiceer eerst alleen de verbeterde sleutel, of kies inhoudelijk."
        )


@dataclass(frozen=True)
class Decision:
    """What an editor chose and why, and which version was the newest then."""

    change: Change | None = None
    reason: str = ""
    since: int | None = None

    @property
    def is_complete(self) -> bool:
        return self.change is not Change.KEY or bool(self.reason.strip())

    def about(self, version_id: int) -> "Decision":
        """The decision, unless another version came out after it was made; then nothing is decided."""
        return self if self.since == version_id else UNDECIDED


UNDECIDED = Decision()


def propose(before: Draft, after: Draft) -> Proposal | None:
    """Compare what was published with what is about to be; None when they are the same.

    Cosmetic is never allowed when answers came, went or changed sides, when another answer is right, when the order
    changed where that is what is asked, or when the question is answered in another way or measures something else.
    """
    if before == after:
        return None
    if reasons := tuple(_other_questions(before, after)):
        return Proposal(Change.SUBSTANTIVE, reasons, frozenset({Change.SUBSTANTIVE}))
    wording = tuple(_other_words(before, after))
    if _right(before) != _right(after):
        reason = "Een ander antwoord staat op goed."
        if wording:
            return Proposal(Change.SUBSTANTIVE, (reason, *wording), frozenset({Change.SUBSTANTIVE}))
        return Proposal(Change.KEY, (reason,), frozenset({Change.KEY, Change.SUBSTANTIVE}))
    allowed = frozenset({Change.COSMETIC, Change.SUBSTANTIVE})
    if wording:
        return Proposal(Change.SUBSTANTIVE, wording, allowed)
    return Proposal(Change.COSMETIC, ("Alleen leestekens, tikfouten, volgorde of uitleg zijn anders.",), allowed)


def _other_questions(before: Draft, after: Draft) -> Iterator[str]:
    """What makes it another question, whatever anybody says."""
    if before.kind != after.kind:
        yield "De vraag wordt op een andere manier beantwoord."
    if before.construct != after.construct:
        yield "De vraag meet iets anders."
    old, new = _by_key(before), _by_key(after)
    if new.keys() - old.keys():
        yield "Er is een antwoord bij gekomen."
    if old.keys() - new.keys():
        yield "Er is een antwoord weg."
    both = old.keys() & new.keys()
    if any(_has_moved(key, old, new) for key in both):
        yield "De tekst van een antwoord staat nu bij een ander antwoord."
    if any(old[key].channel != new[key].channel for key in both):
        yield "Een antwoord is nu een ander meldpunt."
    if after.kind.has_meaning_in_order and [key for key in old if key in both] != [key for key in new if key in both]:
        yield "De volgorde van de stappen is anders, en daar gaat de vraag over."


def _has_moved(key: UUID, old: dict[UUID, Option], new: dict[UUID, Option]) -> bool:
    """Tell whether this option now says what another one said; then its answers would change sides."""
    text = plain(new[key].text)
    if text == plain(old[key].text):
        return False
    return any(text == plain(option.text) for other, option in old.items() if other != key)


def _other_words(before: Draft, after: Draft) -> Iterator[str]:
    """Which words changed so much that it is no slip of the pen."""
    if not is_the_same_text(before.stem, after.stem):
        yield "De woorden van de vraag zijn anders."
    old = _by_key(before)
    if not all(is_the_same_text(old[option.key].text, option.text) for option in after.options):
        yield "De woorden van een antwoord zijn anders."
    if not is_the_same_text(before.vignette, after.vignette):
        yield "De situatie is anders."
    if not _is_as_easy(before, after):
        yield "De vraag in makkelijke taal is anders."
    if not is_the_same_text(before.message_body, after.message_body) or _envelope(before) != _envelope(after):
        yield "Het oefenbericht is anders."
    if before.picture_id != after.picture_id:
        yield "Het beeld is anders."


def _is_as_easy(before: Draft, after: Draft) -> bool:
    """Tell whether who reads it in easy words is asked the same; where nobody could, or can, nothing is mixed up."""
    if not (has_easy(before, before.options) and has_easy(after, after.options)):
        return True
    texts = [(before.easy_stem, after.easy_stem), (before.easy_vignette, after.easy_vignette)]
    old = _by_key(before)
    texts += [(old[option.key].easy_text, option.easy_text) for option in after.options]
    return all(is_the_same_text(one, other) for one, other in texts)


def _envelope(draft: Draft) -> tuple[str, tuple[str, ...]]:
    return draft.message_channel, plain(draft.message_sender)


def _by_key(draft: Draft) -> dict[UUID, Option]:
    return {option.key: option for option in draft.options}


def _right(draft: Draft) -> frozenset[UUID]:
    return frozenset(option.key for option in draft.options if option.is_right)
