"""What a screen, or a sheet, needs of a question that a group is asked: everybody gets it in the same order."""

from dataclasses import dataclass

from campagne.guided.sessions.lesson import seed_of
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.questions.form import OPEN, Arrangement, Form
from campagne.quiz.questions.plan import Item
from campagne.quiz.questions.rendering import Rendered, Rendering, rendered
from campagne.quiz.questions.scoring import Answer
from campagne.quiz.questions.versions import QuestionVersion
from campagne.serving.intake.refusals import Refusal

NOT_HERE = Refusal(404, "Deze vraag is er niet", "Ga terug naar de les. Daar staat de vraag van nu.")


@dataclass(frozen=True)
class Asked:
    """A question of a session: its version, in the words that are read, and the form to answer it with."""

    part: Item
    question: QuestionVersion
    rendered: Rendered
    form: Form


def asked(
    session: GuidedSession,
    place: int,
    *,
    rendering: Rendering = Rendering.STANDARD,
    answer: Answer = OPEN,
    arrangement: Arrangement | None = None,
) -> Asked:
    """The question at this place of the quiz (from 1), with an answer if one was given; at most two queries.

    Raises Refusal where nothing is asked.
    """
    part = asked_part(session, place)
    question = QuestionVersion.objects.select_related("picture").prefetch_related("options").get(pk=part.version)
    shown = rendered(question, rendering)
    seed = seed_of(session, question)
    form = Form.of(shown.kind, shown.options, answer, seed=seed, arrangement=arrangement)
    return Asked(part, question, shown, form)


def asked_part(session: GuidedSession, place: int) -> Item:
    """The part of the quiz at this place. Raises Refusal where nothing is asked."""
    parts = session.lesson.parts
    if not 1 <= place <= len(parts) or parts[place - 1].version is None:
        raise NOT_HERE
    return parts[place - 1]
