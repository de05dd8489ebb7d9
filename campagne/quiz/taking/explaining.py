"""The screen after an answer: what was chosen, what is right, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.contacts.models import ReportChannel
from campagne.quiz.answers.attempts import Response
from campagne.quiz.questions.rendering import Rendered, RenderedOption
from campagne.quiz.questions.scoring import FAKE_KEY, Answer, Kind, State

TITLES = {Kind.ORDER: "De goede volgorde", Kind.SCALE: "Uw antwoord"}


@dataclass(frozen=True)
class Outcome:
    """One option on the screen with the explanation: what was chosen and what is right, in words.

    `standing` is "right", "wrong" (chosen, and not right) or empty. `place` is the right place in an order, else 0;
    `given_place` where somebody put it, if that was another. `channel` is the place to report to as it is now.
    """

    option: RenderedOption
    is_chosen: bool
    standing: str
    place: int = 0
    given_place: int = 0
    channel: ReportChannel | None = None


@dataclass(frozen=True)
class Explanation:
    """The screen after an answer. `verdict` is "right", "wrong", "unknown" or "saved"."""

    question: Rendered
    verdict: str
    word: str
    title: str
    outcomes: tuple[Outcome, ...]
    is_counting: bool

    @classmethod
    def of(cls, question: Rendered, response: Response) -> "Explanation":
        return cls.about(question, response.answer(), response.is_right, is_counting=response.is_counting)

    @classmethod
    def about(
        cls, question: Rendered, answer: Answer, is_right: bool | None, *, is_counting: bool = True
    ) -> "Explanation":
        """Explain an answer that was marked; one query if the question names places to report to."""
        verdict = _verdict(question, answer, is_right)
        outcomes = tuple(_outcomes(question, answer))
        return cls(
            question=question,
            verdict=verdict,
            word=_word(question, verdict, outcomes),
            title=TITLES.get(Kind(question.kind), "De antwoorden"),
            outcomes=outcomes,
            is_counting=is_counting,
        )


def _verdict(question: Rendered, answer: Answer, is_right: bool | None) -> str:
    if answer.state is not State.ANSWERED:
        return "unknown"
    if not question.is_scored:
        return "saved"
    return "right" if is_right else "wrong"


def _word(question: Rendered, verdict: str, outcomes: Iterable[Outcome]) -> str:
    """What to say in place of the usual word; empty if that fits."""
    if question.kind == Kind.REAL_OR_FAKE:
        is_fake = any(option.key == FAKE_KEY and option.is_right for option in question.options)
        begin = {"right": "Goed: dit is", "wrong": "Nog niet goed: dit is"}.get(verdict, "Goed dat u het zegt. Dit is")
        return f"{begin} {'nep' if is_fake else 'echt'}"
    if verdict == "saved":
        return "Dank u wel"
    if verdict == "wrong" and _is_nearly_right(list(outcomes)):
        return "Bijna goed"
    return ""


def _is_nearly_right(outcomes: list[Outcome]) -> bool:
    """Tell whether a right option was chosen, or at least half of an order is at its place."""
    right = [outcome for outcome in outcomes if outcome.standing == "right"]
    if any(outcome.place for outcome in outcomes):
        return 2 * len(right) >= len(outcomes)
    return any(outcome.is_chosen for outcome in right)


def _outcomes(question: Rendered, answer: Answer) -> Iterable[Outcome]:
    if question.kind == Kind.ORDER:
        return (_placed(option, answer) for option in question.options)
    options: Iterable[RenderedOption] = question.options
    if question.kind == Kind.SCALE:
        options = (option for option in options if option.key in answer.chosen)
    channels = _channels(question.options)
    return (_chosen(question, option, answer, channels) for option in options)


def _placed(option: RenderedOption, answer: Answer) -> Outcome:
    """The answers in the right order, each with where it was put; nothing of that if nobody put it anywhere."""
    if not answer.in_order:
        return Outcome(option, is_chosen=False, standing="", place=option.order)
    given = answer.in_order.index(option.key) + 1
    if given == option.order:
        return Outcome(option, is_chosen=False, standing="right", place=option.order)
    return Outcome(option, is_chosen=False, standing="wrong", place=option.order, given_place=given)


def _chosen(
    question: Rendered, option: RenderedOption, answer: Answer, channels: Mapping[str, ReportChannel]
) -> Outcome:
    is_chosen = option.key in answer.chosen
    standing = "right" if option.is_right else "wrong" if is_chosen else ""
    return Outcome(option, is_chosen, standing if question.is_scored else "", channel=channels.get(option.channel))


def _channels(options: Iterable[RenderedOption]) -> Mapping[str, ReportChannel]:
    """The places to report to that are named, by code, as far as the register still has them."""
    codes = [option.channel for option in options if option.channel]
    return {channel.slug: channel for channel in ReportChannel.objects.filter(slug__in=codes)} if codes else {}
