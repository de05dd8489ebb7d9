"""Do they know what to do? The questions on pages for a group, and those that hardly anybody can be right about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from campagne.figures.disclosure import DEFAULT, Audience, Figure, Kind, Outcome, Shown, publishable
from campagne.figures.sentences import counted
from campagne.figures.verdicts import ENOUGH, Verdict
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.signal import Proposal, Signal, Unknown
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.told import LEAST_KNOWN, not_known
from campagne.measurement.dashboard.learning import Question, comparable
from campagne.measurement.offer.matrix import Offer, Piece
from campagne.measurement.periods import Period
from campagne.quiz.answers.results import ItemResult, item_results
from campagne.quiz.models import QuizPart
from doelgroepen.models import TargetGroup


def quizzes_about(offer: Offer) -> dict[Subject, list[Piece]]:
    """The pages with a quiz by what they are about; what is for more groups is about none of them alone."""
    found = defaultdict(list)
    for piece in offer.pieces:
        if piece.quiz is not None and piece.theme is not None:
            group = next(iter(piece.groups)) if len(piece.groups) == 1 else None
            found[Subject(piece.theme, group, piece.municipality)].append(piece)
    return dict(found)


def knowledge_gaps(offer: Offer, weeks: Period) -> tuple[list[Signal], list[Unknown]]:
    """Judge the answers of people who came alone, in all the weeks together. Five questions for each subject."""
    sensitive = set(TargetGroup.objects.filter(is_sensitive=True).values_list("pk", flat=True))
    signals, unknown = [], []
    for about, pieces in quizzes_about(offer).items():
        pages = [piece.pk for piece in pieces]
        items = item_results(page_ids=pages, since=weeks.first, until=weeks.last, is_guided=False)
        scored = [item for item in items if item.version.is_scored]
        figures = _figures(comparable(scored), is_sensitive=about.group in sensitive)
        if hard := {stem: outcome for stem, outcome in figures.items() if _is_hard(outcome)}:
            signals.append(_signal(about, hard, scored, pieces))
        elif not any(_is_enough(outcome) for outcome in figures.values()):
            why = _too_few(comparable(scored), is_sensitive=about.group in sensitive)
            unknown.append(Unknown(Gap.KNOWLEDGE, about, why))
    return signals, unknown


def _figures(questions: Iterable[Question], *, is_sensitive: bool) -> dict[str, Outcome]:
    """What may be seen of each question, by its words."""
    return {
        question.stem: publishable(
            Figure(question.right, Kind.ANSWERS, question.answers, is_sensitive_group=is_sensitive),
            audience=Audience.STAFF,
        )
        for question in questions
    }


def _is_enough(outcome: Outcome) -> bool:
    return isinstance(outcome, Shown) and (outcome.n or 0) >= ENOUGH


def _is_hard(outcome: Outcome) -> bool:
    """Whether even the upper bound is too low, on enough answers."""
    return isinstance(outcome, Shown) and _is_enough(outcome) and _upper(outcome) < LEAST_KNOWN


def _upper(outcome: Outcome) -> float:
    return outcome.estimate.high if isinstance(outcome, Shown) and outcome.estimate else 1.0


def _signal(
    about: Subject, hard: Mapping[str, Outcome], items: Iterable[ItemResult], pieces: Iterable[Piece]
) -> Signal:
    stem = min(hard, key=lambda each: (_upper(hard[each]), each))
    outcome, others = hard[stem], len(hard) - 1
    questions = [item.version.question_id for item in items if item.version.stem == stem]
    numbers = {"hard": len(hard), "n": outcome.n if isinstance(outcome, Shown) else None}
    return Signal(
        Gap.KNOWLEDGE,
        about,
        not_known(outcome, others),
        len(hard) + 1 - _upper(outcome),
        Proposal.EXPLAIN,
        _page_that_asks(questions, pieces),
        quoted=stem,
        numbers=numbers,
    )


def _page_that_asks(questions: Iterable[int], pieces: Iterable[Piece]) -> int | None:
    asking = set(QuizPart.objects.filter(question__in=questions).values_list("quiz_id", flat=True))
    return next((piece.pk for piece in pieces if piece.quiz in asking), None)


def _too_few(questions: Iterable[Question], *, is_sensitive: bool) -> str:
    """How many answered at most; under the threshold of small numbers only that it is less."""
    most = max((question.answers for question in questions), default=0)
    if not most:
        return f"{Verdict.TOO_LITTLE}: nog geen antwoorden, en we kijken vanaf {ENOUGH}"
    figure = Figure(most, Kind.ANSWERS, is_sensitive_group=is_sensitive)
    if publishable(figure, audience=Audience.STAFF).is_shown:
        told = f"hoogstens {counted(most, Kind.ANSWERS)}"
    else:
        least = DEFAULT.least(Kind.ANSWERS, Audience.STAFF, is_sensitive_group=is_sensitive)
        told = f"minder dan {counted(least, Kind.ANSWERS)}"
    return f"{Verdict.TOO_LITTLE}: {told} op een vraag, en we kijken vanaf {ENOUGH}"
