"""Areas, indicators and goals are there from the first migration, once, and what editors change stays."""

import pytest

from campagne.measurement.models import Goal, Indicator, Observation, Region
from campagne.measurement.official import shipped
from campagne.measurement.official.placing import put_official_series
from doelgroepen.models import Theme

pytestmark = pytest.mark.django_db


def test_a_region_begins_with_everything_but_figures(home):
    assert Region.objects.count() == len(shipped.REGIONS)
    assert Indicator.objects.count() == len(shipped.INDICATORS)
    assert Goal.objects.count() == len(shipped.GOALS)
    assert Observation.objects.count() == 0
    assert not Region.objects.exclude(code=None).exists()
    assert not Region.objects.exclude(population=None).exists()


def test_it_may_run_twice_and_keeps_what_an_editor_changed(home):
    Region.objects.filter(name="Limburg").update(code="PV31", population=1)
    Indicator.objects.filter(slug="meldingen-burengerucht").update(columns=["Anders"])

    assert put_official_series() == 0

    assert Region.objects.get(name="Limburg").code == "PV31"
    assert Indicator.objects.get(slug="meldingen-burengerucht").columns == ["Anders"]


def test_an_indicator_gets_its_theme_when_there_is_one_and_keeps_another(home):
    cyber, other = (Theme.objects.create(name=name, slug=name) for name in ("cybercrime", "anders"))
    Indicator.objects.filter(slug="melding-online-criminaliteit").update(theme=other)

    put_official_series()

    assert Indicator.objects.get(slug="aangifte-online-criminaliteit").theme == cyber
    assert Indicator.objects.get(slug="melding-online-criminaliteit").theme == other


def test_what_was_taken_away_comes_back_with_the_rest(home):
    Goal.objects.all().delete()

    assert put_official_series() == len(shipped.GOALS)
