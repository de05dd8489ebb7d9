"""What was chosen on one screen of figures is still chosen on the next."""

from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.onepager.whole_periods import last_month
from doelgroepen.models import Theme
from tests.conftest import make_user

TABS = ("figures", "figures_per_page", "figures_together", "attention", "figures_places", "official", "evaluations")
DAYS = {"van": "2026-10-01", "tot": "2026-10-31"}


@pytest.fixture
def look(client, home):
    """The screen of this name as a reader of all figures sees it, with its addresses as a browser reads them."""
    client.force_login(make_user("lezer", Group.objects.get(name="Lezer")))

    def look(name: str, **chosen) -> str:
        return unescape(client.get(reverse(name), chosen).content.decode())

    return look


@pytest.mark.parametrize("name", [*TABS, "one_pager"])
def test_a_choice_goes_along_to_every_other_screen(look, stein, name):
    page = look(name, **DAYS, gemeente=stein.pk, blad="2")

    for other in (*TABS, "one_pager"):
        assert f'href="{reverse(other)}?van=2026-10-01&tot=2026-10-31&gemeente={stein.pk}"' in page


@pytest.mark.parametrize("name", ["one_pager", "figures_places"])
def test_choosing_something_else_keeps_what_this_screen_does_not_ask(look, stein, name):
    page = look(name, van="2026-10-01", gemeente=stein.pk)

    assert page.count('<input type="hidden" name="van" value="2026-10-01">') == 1
    assert '<input type="hidden" name="gemeente"' not in page


def test_of_several_goals_none_is_the_theme(look, home):
    themes = [Theme.objects.create(name=name, slug=name, goal="…") for name in ("Een", "Twee")]

    page = look("one_pager", thema=[theme.pk for theme in themes])

    assert f'href="{reverse("figures")}?"' in page


def test_a_month_that_was_chosen_is_the_month_of_the_sheet(look):
    month = last_month(timezone.localdate())
    Theme.objects.create(name="Cybercrime", slug="cybercrime", goal="…")

    page = look("one_pager", van=month.period.first, tot=month.period.last, thema="")

    assert f'<option value="{month.value}" selected>' in page
