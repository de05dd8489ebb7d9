"""A role with three questions, each with an act of its own."""

from datetime import date

import pytest

from campagne.action_plan.act import Cost, Effect, Who
from campagne.action_plan.models import PlanAct, PlanQuestion, PlanRole

QUESTIONS = ("Is er een back-up?", "Gaan updates vanzelf?", "Verhuurt u veilig?")


def an_act(title: str, **more) -> PlanAct:
    told = {"why": "Dat helpt.", "minutes": 15, "steps": "Kijk.\nDoe het.", "source_title": "Bron"}
    return PlanAct.objects.create(
        **{"title": title, **told, "source_url": "https://example.nl/", "reviewed_on": date(2026, 11, 24), **more}
    )


@pytest.fixture
def shop(db) -> PlanRole:
    acts = (
        an_act("Maak een back-up", effect=Effect.LARGE, minutes=60, cost=Cost.PERHAPS, who=Who.HELPER),
        an_act("Zet updates aan", effect=Effect.LARGE, minutes=20, who=Who.HELPER),
        an_act("Weet wie er huurt", effect=Effect.SMALL),
    )
    role = PlanRole(
        name="Winkel", slug="winkel", self_description="Ik heb een winkel", introduction="Over de kassa.", is_open=True
    )
    role.questions = [PlanQuestion(sort_order=at, text=QUESTIONS[at], act=act) for at, act in enumerate(acts)]
    role.save()
    PlanQuestion.objects.filter(text=QUESTIONS[2]).update(not_for_me="Ik verhuur niets")
    return role
