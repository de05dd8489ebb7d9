"""Answering, one question a screen: each answer makes a new address, so nothing is remembered anywhere else."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from campagne.action_plan.answers import Answer
from campagne.action_plan.models import PlanQuestion
from campagne.action_plan.visit import Visit
from campagne.quiz.taking.screen import SeeOther, screen
from campagne.serving.intake.refusals import BROKEN, Refusal

WRONG_METHOD = Refusal(405, "Zo kunt u deze pagina niet openen", "Begin het actieplan met de knop Begin.")
CHOOSE = "Kies een antwoord. Weet u het niet? Kies dan ‘Weet ik niet’."
CHANGED = "De vragen zijn zojuist veranderd. Lees deze vraag nog eens, en kies een antwoord."
FIRST_CHOICE = "antwoord-yes"


@dataclass(frozen=True)
class Trouble:
    """Why a question is asked once more: what to say, and the HTTP status."""

    text: str
    status: int


@dataclass(frozen=True)
class Choice:
    """One answer on the screen."""

    value: str
    label: str
    is_checked: bool

    @property
    def id(self) -> str:
        return f"antwoord-{self.value}"


@dataclass(frozen=True)
class Row:
    """A question in the overview; `answer` is empty while there is none."""

    number: int
    text: str
    answer: str
    url: str


@screen("GET", "HEAD", "POST", wrong_method=WRONG_METHOD)
def question(request: HttpRequest, slug: str, token: str, number: int) -> HttpResponse:
    visit = Visit.open(slug, token)
    asked = visit.question(number)
    if request.method != "POST":
        return _ask(request, visit, asked, number)
    if request.POST.get("question") != str(asked.mark):
        return _ask(request, visit, asked, number, Trouble(CHANGED, 409))
    answer = read_answer(request.POST, asked)
    if answer is None:
        return _ask(request, visit, asked, number, Trouble(CHOOSE, 422))
    answered = visit.with_answer(asked, answer)
    following = answered.first_open(after=number)
    return SeeOther(answered.url("question", following) if following else answered.url("overview"))


@screen("GET", "HEAD", wrong_method=WRONG_METHOD)
def overview(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    visit = Visit.open(slug, token)
    open_number = visit.first_open()
    context = {
        **frame(visit),
        "rows": [_row(visit, number, asked) for number, asked in enumerate(visit.questions, 1)],
        "before_url": visit.url("question", len(visit.questions)),
        "plan_url": visit.url("plan") if visit.standing.holding else "",
        "onward_url": visit.url("question", open_number) if open_number else "",
    }
    return TemplateResponse(request, "action_plan/overview.html", context)


def read_answer(fields: QueryDict, asked: PlanQuestion) -> Answer | None:
    """Read the field `answer`; None if nothing was chosen. Raises Refusal for what no form of ours sends."""
    told = fields.get("answer")
    if told is None:
        return None
    answer = next((each for each in asked.words if value_of(each) == told), None)
    if answer is None:
        raise BROKEN
    return answer


def value_of(answer: Answer) -> str:
    return answer.name.lower().replace("_", "-")


def frame(visit: Visit) -> dict[str, Any]:
    """What every screen shows: whose plan it is, and whether its questions changed since."""
    return {"role": visit.role, "has_changed": bool(visit.answers.given) and visit.standing.has_changed}


def _ask(
    request: HttpRequest, visit: Visit, asked: PlanQuestion, number: int, trouble: Trouble | None = None
) -> TemplateResponse:
    given = visit.answer_to(asked)
    context = {
        **frame(visit),
        "number": number,
        "total": len(visit.questions),
        "question": asked,
        "choices": [Choice(value_of(each), words, each is given) for each, words in asked.words.items()],
        "error": trouble.text if trouble else "",
        "errors": [{"target": FIRST_CHOICE, "text": trouble.text}] if trouble else [],
        "before_url": visit.url("question", number - 1) if number > 1 else visit.role.get_absolute_url(),
        "overview_url": visit.url("overview"),
    }
    return TemplateResponse(request, "action_plan/question.html", context, status=trouble.status if trouble else 200)


def _row(visit: Visit, number: int, asked: PlanQuestion) -> Row:
    given = visit.answer_to(asked)
    # An old answer may be one that is no longer offered.
    answer = asked.words.get(given, "Geldt niet voor mij") if given else ""
    return Row(number, asked.text, answer, visit.url("question", number))
