"""The demo knows what is published of the country and its parts, and makes nothing up about the region."""

from django.utils import timezone

from campagne.demo.official_figures import put_official_figures
from campagne.measurement.models import Goal, Indicator, Observation, OfficialFile


def test_figures_of_the_country_are_there_and_none_of_the_region_or_limburg(demo):
    assert set(Observation.objects.values_list("region__level", flat=True)) == {"country", "part"}
    assert Observation.objects.exclude(low=None).count() == 24
    assert Observation.objects.count() == 24 + 3 + 3
    assert set(Observation.objects.filter(period="2025").values_list("status", flat=True)) == {"provisional"}


def test_each_indicator_has_its_theme_and_each_goal_its_words(demo):
    assert not Indicator.objects.filter(theme=None).exists()
    assert Goal.objects.count() == 7


def test_loading_again_adds_nothing(demo):
    files = OfficialFile.objects.count()

    assert put_official_figures(timezone.now()) == 0
    assert OfficialFile.objects.count() == files == 2
