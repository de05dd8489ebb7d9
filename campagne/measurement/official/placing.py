"""Put areas, indicators and goals in their place. May run twice; what an editor changed stays as it is."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.apps import apps as today
from django.db import transaction

from campagne.measurement.official import shipped


@transaction.atomic
def put_official_series(model: Callable[[str, str], Any] = today.get_model) -> int:
    """Put what is shipped; return how many are new. `model` finds models by app and name, as a migration knows them.

    Themes are the region's own, so an indicator gets its theme as soon as there is one and nobody chose another.
    """
    regions = {told.name: _put(model("measurement", "Region"), "name", asdict(told)) for told in shipped.REGIONS}
    indicators = {told.slug: _put(model("measurement", "Indicator"), "slug", _row(told)) for told in shipped.INDICATORS}
    goals = [_put_goal(model("measurement", "Goal"), told, indicators, regions) for told in shipped.GOALS]
    _give_themes(model("doelgroepen", "Theme"), model("measurement", "Indicator"))
    return sum(is_new for _, is_new in [*regions.values(), *indicators.values(), *goals])


Put = tuple[Any, bool]


def _put(model: Any, key: str, row: dict[str, Any]) -> Put:
    return model.objects.get_or_create(**{key: row[key]}, defaults=row)


def _row(told: shipped.ShippedIndicator) -> dict[str, Any]:
    row = asdict(told)
    del row["theme"]
    return {**row, "columns": list(told.columns)}


def _put_goal(model: Any, told: shipped.ShippedGoal, indicators: dict[str, Put], regions: dict[str, Put]) -> Put:
    same = {
        "indicator": indicators[told.indicator][0],
        "region": regions[told.region][0],
        "relation": told.relation,
    }
    reference = regions[told.reference][0] if told.reference else None
    rest = {"reference": reference, "baseline": told.baseline, "due": told.due, "source_text": told.source_text}
    return model.objects.get_or_create(**same, defaults=rest)


def _give_themes(themes: Any, indicators: Any) -> None:
    by_slug = dict(themes.objects.values_list("slug", "pk"))
    for slug, theme in shipped.themes():
        if theme in by_slug:
            indicators.objects.filter(slug=slug, theme=None).update(theme=by_slug[theme])
