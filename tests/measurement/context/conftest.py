from datetime import date

import pytest
from django.utils import timezone

from campagne.measurement.models import ContextEvent


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def event(home, today):
    """Write an event down: `event("Actie", municipality=stein, themes=[…])`; today, unless it is told otherwise."""

    def write(title: str = "Actie", *, themes=(), groups=(), **told) -> ContextEvent:
        made = ContextEvent.objects.create(**{"title": title, "begins": today, "ends": today, **told})
        made.themes.set(themes)
        made.groups.set(groups)
        return made

    return write
