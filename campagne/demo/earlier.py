"""How a question stood before it was improved, so that the demo has a history to show."""

from dataclasses import dataclass, replace

from campagne.quiz.questions.draft import Draft, Option


@dataclass(frozen=True)
class EarlierEntry:
    """What was otherwise in the version before: the explanation, or which answers were not counted as right.

    `change` is what the improvement was, and `reason` why it was made.
    """

    change: str
    reason: str = ""
    explanation: str = ""
    not_right: tuple[str, ...] = ()


def draft_before(earlier: EarlierEntry, now: Draft) -> Draft:
    """The draft as it was; an answer that was not right had nothing to say about itself either."""
    return replace(
        now,
        explanation=earlier.explanation or now.explanation,
        options=tuple(_before(option, earlier) for option in now.options),
    )


def _before(option: Option, earlier: EarlierEntry) -> Option:
    if option.text not in earlier.not_right:
        return option
    return replace(option, is_right=False, explanation="")
