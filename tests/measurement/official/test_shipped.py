"""What is shipped quotes the note, names no figure, and every word of it is one that may be used."""

import re
from importlib import import_module

import pytest
from django.apps import apps

from campagne.figures.verdicts import OUTCOME, check_words
from campagne.measurement.models import Indicator
from campagne.measurement.official import shipped
from campagne.measurement.official.reading.known import path_of
from campagne.measurement.official.series import Level, Relation, Unit, Wanted

pytestmark = pytest.mark.once


@pytest.mark.parametrize("told", shipped.INDICATORS, ids=lambda told: told.slug)
def test_an_indicator_says_what_it_is_what_it_is_not_and_when_the_next_comes(told):
    assert told.definition.endswith(".")
    assert told.caveat.endswith(".")
    assert told.source
    assert bool(told.table) == bool(told.columns)
    assert told.next_on
    assert (told.unit, told.wanted) == (Unit(told.unit), Wanted(told.wanted))
    check_words(told.name, rung=OUTCOME)


def test_no_name_of_a_column_stands_for_two_indicators():
    paths = [path_of(column) for told in shipped.INDICATORS for column in told.columns]

    assert len(set(paths)) == len(paths)


def test_more_is_better_for_reports_of_cybercrime_and_worse_for_nuisance():
    assert {told.slug: told.wanted for told in shipped.INDICATORS} == {
        "slachtoffers-online-criminaliteit": "less",
        "melding-online-criminaliteit": "more",
        "aangifte-online-criminaliteit": "more",
        "meldingen-ondermijning-afgehandeld": "neither",
        "meldingen-verward-gedrag": "less",
        "meldingen-burengerucht": "less",
        "meldingen-ruzie-twist": "less",
    }


@pytest.mark.parametrize("goal", shipped.GOALS, ids=lambda goal: goal.indicator)
def test_a_goal_is_about_what_is_shipped_and_looks_back_to_2021(goal):
    assert goal.indicator in {told.slug for told in shipped.INDICATORS}
    assert {goal.region, goal.reference or goal.region} <= {told.name for told in shipped.REGIONS}
    assert Relation(goal.relation) in (Relation.TOWARDS, Relation.BELOW) if goal.reference else True
    assert goal.baseline == "2021"


def test_the_goals_are_the_words_of_the_note():
    assert [goal.source_text for goal in shipped.GOALS] == [
        "Een toename van de meldingsbereidheid van cybercrime",
        "Een toename van de aangiftebereidheid van cybercrime naar het Limburgse gemiddelde",
        "Een afname van de slachtoffers cybercrime naar onder het landelijke gemiddelde",
        "Meldingen van inwoners, ondernemers en anderen over ondermijnende activiteiten passend afhandelen",
        "Een afname van het aantal meldingen van personen met verward gedrag ten opzichte van eind 2021",
        "Een afname van het aantal meldingen van burengerucht ten opzichte van 2021",
        "Een afname van het aantal meldingen van mishandeling (ruzie/twist) ten opzichte van 2021",
    ]


def test_codes_that_nobody_looked_up_are_empty_and_no_figure_is_shipped():
    assert all(told.code is None for told in shipped.REGIONS)
    assert {told.level for told in shipped.REGIONS} <= set(Level.values)
    assert not re.search(r"\d+,\d", "".join(told.definition + told.caveat for told in shipped.INDICATORS))


@pytest.mark.django_db
def test_the_sentence_that_sent_people_to_an_analyst_is_changed_where_it_stands(home):
    change = import_module("campagne.measurement.migrations.0012_say_plainly_what_is_not_known")
    Indicator.objects.filter(slug="meldingen-ruzie-twist").update(definition=f"Onze woorden. {change.BEFORE}")

    change.say_plainly(apps, None)

    assert Indicator.objects.get(slug="meldingen-ruzie-twist").definition == f"Onze woorden. {change.AFTER}"


def test_what_is_not_known_is_said_without_sending_people_to_somebody():
    assert not any("analist" in told.definition + told.caveat for told in shipped.INDICATORS)
