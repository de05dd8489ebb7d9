"""The action plans of the demo, as their file tells them: acts, and roles with their questions. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from campagne.demo.entry import BadEntry


@dataclass(frozen=True)
class PlanActEntry:
    """One thing to do; `page` is the slug of an article or instruction, empty for none."""

    key: str
    title: str
    why: str
    effect: int
    minutes: int
    cost: str
    who: str
    steps: tuple[str, ...]
    source_title: str
    source_url: str
    reviewed_on: date
    page: str = ""


@dataclass(frozen=True)
class PlanQuestionEntry:
    """One question, and the key of the act that arranges it."""

    text: str
    act: str
    explanation: str = ""
    not_for_me: str = ""


@dataclass(frozen=True)
class PlanRoleEntry:
    slug: str
    name: str
    self_description: str
    introduction: str
    group: str
    questions: tuple[PlanQuestionEntry, ...]
    helper: str = "mijn IT'er"


@dataclass(frozen=True)
class PlansEntry:
    """All of it."""

    acts: tuple[PlanActEntry, ...]
    roles: tuple[PlanRoleEntry, ...]


def check_plans(plans: PlansEntry, pages: Collection[str], groups: Collection[str]) -> None:
    """Raise BadEntry at the first name that nothing answers to, and at an act that nobody asks for."""
    acts = {act.key for act in plans.acts}
    asked = [(role, question) for role in plans.roles for question in role.questions]
    for act in plans.acts:
        if act.page and act.page not in pages:
            raise BadEntry(f"actieplan, {act.key}, page", act.page, "het adres van een pagina")
        if act.key not in {question.act for _, question in asked}:
            raise BadEntry("actieplan, acts", act.key, "een actie waar een vraag naar verwijst")
    for role, question in asked:
        if role.group not in groups:
            raise BadEntry(f"actieplan, {role.slug}, group", role.group, "een doelgroep")
        if question.act not in acts:
            raise BadEntry(f"actieplan, {role.slug}, act", question.act, f"een van {', '.join(sorted(acts))}")
