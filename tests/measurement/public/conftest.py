"""A month that was counted: visits, clicks and lessons of a small region, with cells that are too small to show."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

import pytest
from django.contrib.auth.models import Group

from campagne.contacts.models import ReportChannel
from campagne.content.models import ModuleIndexPage, ModulePage
from campagne.guided.models import GuidedSession, Library, Location, Meeting
from campagne.measurement.cells.cell import Method
from campagne.measurement.models import MonthAct, MonthCell, MonthPage, PageLabelPeriod
from campagne.serving.models import Installation
from doelgroepen.models import Municipality, TargetGroup, Theme

FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)
THIRD_OF_MARCH, THIRD_OF_APRIL = (datetime(2027, month, 3, 11, tzinfo=UTC) for month in (3, 4))


@pytest.fixture
def region(home):
    """A region that counts since January 2027."""
    Installation.objects.update(founded_at=datetime(2027, 1, 10, tzinfo=UTC))
    for order, name in enumerate(("Cybercrime", "Ondermijning", "Sociale kwaliteit")):
        Theme.objects.create(name=name, slug=name.lower().replace(" ", "-"), goal="…", order=order)
    for name in ("Senioren", "Ondernemers", "Jongeren"):
        TargetGroup.objects.create(name=name, slug=name.lower(), self_description="Ik", is_sensitive=name == "Jongeren")
    for slug, code in (("bank", "bank"), ("politie", "politie_bellen"), ("mma", "meld_misdaad_anoniem")):
        ReportChannel.objects.create(name=slug.title(), slug=slug, code=code, phone="0900-1", purpose="Bellen.")
    return home


@pytest.fixture
def counted(region, publish):
    """Count a month: `counted(FEBRUARY, salt=3)`; another `salt` gives other numbers, some of them small."""
    library = Library.objects.create(
        name="Bibliotheek",
        coordinators=Group.objects.create(name="Coördinatoren"),
        guides=Group.objects.create(name="Begeleiders"),
    )
    module = publish(
        ModuleIndexPage.objects.get(municipality=None), ModulePage(title="Les", slug="les", summary="Een les.")
    )

    def count(month: date, salt: int = 0) -> None:
        numbers = numbers_from(salt)
        count_visits(month, numbers)
        count_clicks(month, numbers)
        hold_sessions(month, numbers, library, module)

    return count


def numbers_from(salt: int) -> Iterator[int]:
    """Always the same numbers in an odd order: many large, and one in four under the threshold."""
    at = salt * 7919 + 17
    while True:
        at = (at * 1103515245 + 12345) % 2**31
        yield at // 65536 % (10 if at // 1024 % 4 == 0 else 180)


def count_visits(month: date, numbers: Iterator[int]) -> None:
    themes = [theme.pk for theme in Theme.objects.all()]
    places = [0, *Municipality.objects.values_list("pk", flat=True)]
    groups = [(pk, Method.ONE_LABEL) for pk in TargetGroup.objects.values_list("pk", flat=True)]
    rows = []
    for theme, place, (group, method) in product(themes, places, [*groups, (0, Method.SHARED), (0, Method.UNKNOWN)]):
        visits = next(numbers)
        rows.append(_cell(month, theme, group, place, method, visits))
        if method is Method.SHARED:
            rows.extend(_cell(month, theme, pk, place, method, visits) for pk, _ in groups[:2])
    MonthCell.objects.bulk_create(rows)
    whole = sum(row.visits for row in rows if row.method != Method.SHARED or row.group == 0)
    MonthPage.objects.create(month=month, page_id=1, views=whole * 2, visits=whole)


def _cell(month: date, theme: int, group: int, place: int, method: str, visits: int) -> MonthCell:
    counts = {"visits": visits, "views": visits * 2, "reads": visits}
    return MonthCell(month=month, theme=theme, group=group, municipality=place, method=method, **counts)


def count_clicks(month: date, numbers: Iterator[int]) -> None:
    for number, theme in enumerate(Theme.objects.all(), start=9001):
        PageLabelPeriod.objects.get_or_create(page_id=number, begins=date(2027, 1, 1), defaults={"theme": theme.pk})
        for slug in ReportChannel.objects.values_list("slug", flat=True):
            MonthAct.objects.create(month=month, page_id=number, act="report", subject=slug, count=next(numbers))


def hold_sessions(month: date, numbers: Iterator[int], library: Library, module: ModulePage) -> None:
    at = datetime(month.year, month.month, 15, 9, tzinfo=UTC)
    for place, group in product(Municipality.objects.all(), TargetGroup.objects.all()):
        location, _ = Location.objects.get_or_create(
            library=library, name=f"Zaal {place}", defaults={"municipality": place}
        )
        for _ in range(next(numbers) % 4):
            session = GuidedSession.objects.create(location=location, module=module, title="Les")
            session.target_groups.add(group)
            Meeting.objects.create(session=session, starts_at=at, started_at=at, headcount=next(numbers) % 20 + 1)
