"""Somebody at work on a plan: who they are, what is asked, and what they answered, all read from the address."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.urls import reverse

from campagne.action_plan.answers import Answer, Answers, Standing, standing_of, version_of
from campagne.action_plan.link import read_token, token_of
from campagne.action_plan.models import PlanAct, PlanQuestion, PlanRole
from campagne.action_plan.plan import Asked, Plan, plan_of
from campagne.serving.intake.refusals import NOT_FOUND, Refusal

NO_LONGER = Refusal(
    410,
    "Dit actieplan is er niet meer",
    "Kijk op de pagina Actieplan welke plannen er nu zijn, en maak een nieuw plan.",
)


@dataclass(frozen=True)
class Visit:
    """A role with its questions of now, and answers that may be older than those questions."""

    role: PlanRole
    questions: tuple[PlanQuestion, ...]
    answers: Answers

    @classmethod
    def begin(cls, slug: str) -> "Visit":
        """Begin without an answer. Raises Refusal: 404 for no such role, 410 for one that is closed."""
        role = PlanRole.objects.filter(slug=slug).select_related("municipality").first()
        if role is None:
            raise NOT_FOUND
        questions = tuple(PlanQuestion.objects.filter(role=role).select_related("act__page").order_by("sort_order"))
        if not role.is_open or not questions:
            raise NO_LONGER
        return cls(role, questions, Answers(version_of(question.mark for question in questions)))

    @classmethod
    def open(cls, slug: str, token: str) -> "Visit":
        """Go on with the answers in the address. Raises Refusal for what we did not sign, and as `begin` does."""
        visit = cls.begin(slug)
        return cls(visit.role, visit.questions, read_token(slug, token))

    @cached_property
    def marks(self) -> list[int]:
        return [question.mark for question in self.questions]

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.answers, self.marks)

    @cached_property
    def token(self) -> str:
        return token_of(self.role.slug, self.answers)

    def question(self, number: int) -> PlanQuestion:
        """The question with this number, from 1. Raises Refusal where there is none."""
        if not 1 <= number <= len(self.questions):
            raise NOT_FOUND
        return self.questions[number - 1]

    def answer_to(self, question: PlanQuestion) -> Answer | None:
        return self.standing.holding.get(question.mark)

    def with_answer(self, question: PlanQuestion, answer: Answer) -> "Visit":
        return Visit(self.role, self.questions, self.answers.with_answer(question.mark, answer, self.marks))

    def first_open(self, after: int = 0) -> int | None:
        """The number of the first question without an answer, looking on from here first; None if there is none."""
        unanswered = [number for number, mark in enumerate(self.marks, 1) if mark not in self.standing.holding]
        return next((number for number in unanswered if number > after), unanswered[0] if unanswered else None)

    @cached_property
    def plan(self) -> Plan[PlanAct]:
        asked = [
            Asked(question.mark, question.act, question.act.effect, question.act.minutes) for question in self.questions
        ]
        return plan_of(asked, self.standing.holding)

    def url(self, name: str, *more: int) -> str:
        return reverse(f"action_plan:{name}", args=[self.role.slug, self.token, *more])

    @property
    def link(self) -> str:
        """The whole address of the plan, to keep or to pass on."""
        return f"{settings.SITE_URL}{self.url('plan')}"
