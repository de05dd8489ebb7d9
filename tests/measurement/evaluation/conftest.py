"""A campaign with a lesson, a plan for it, and days that were counted."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from campagne.content.models import (
    CampaignIndexPage,
    CampaignModule,
    CampaignPage,
    ModuleIndexPage,
    ModulePage,
)
from campagne.measurement.models import EvaluationPlan
from campagne.serving.models import Installation
from doelgroepen.models import Theme
from tests.measurement.dashboard.conftest import answer, count, count_act, published_question  # noqa: F401

QUESTION = "Wordt de uitleg beter gelezen?"


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def theme(home) -> Theme:
    return Theme.objects.create(name="Oplichting", slug="oplichting")


@pytest.fixture
def lesson(home, publish, theme) -> ModulePage:
    index = ModuleIndexPage.objects.child_of(home).get()
    return publish(index, ModulePage(title="Eerst ophangen, les", slug="les", summary="Kort.", theme=theme))


@pytest.fixture
def campaign_of(home, publish, theme, lesson):
    """Publish a campaign of a municipality, or of the region: `campaign_of(stein, "Titel")`; with the lesson."""

    def make(municipality=None, title="Eerst ophangen", **told) -> CampaignPage:
        below = municipality.page if municipality else home
        index = CampaignIndexPage.objects.child_of(below).get()
        page = CampaignPage(title=title, summary="Kort.", goal="Ophangen.", **{"theme": theme, **told})
        page.chosen_modules = [CampaignModule(module=lesson)]
        return publish(index, page)

    return make


@pytest.fixture
def campaign(campaign_of) -> CampaignPage:
    return campaign_of()


@pytest.fixture
def long_counted(home):
    """We count for years already."""
    Installation.objects.update(founded_at=timezone.now() - timedelta(days=700))


@pytest.fixture
def plan_for(today):
    """A plan as it was written down: `plan_for(campaign, begins=…)`; ten days that ended four days ago."""

    def write(campaign, **told) -> EvaluationPlan:
        begins = told.get("begins", today - timedelta(days=13))
        usual = {
            "question": QUESTION,
            "measured": "gelezen",
            "expected": "up",
            "smallest": 5,
            "comparison": "before",
            "begins": begins,
            "ends": begins + timedelta(days=9),
            "municipality": campaign.municipality,
            "registered_at": timezone.now() - timedelta(days=30),
        }
        return EvaluationPlan.objects.create(campaign=campaign, **{**usual, **told})

    return write
