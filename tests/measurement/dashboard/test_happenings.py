"""What happened, in the charts, lists and export of the dashboard."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.measurement.context.event import Direction, EventKind
from campagne.measurement.models import ContextEvent
from doelgroepen.models import Theme
from tests.conftest import make_user

LINK = "Zet hier een gebeurtenis bij"


@pytest.fixture
def wave(home, today):
    begins = today - timedelta(days=6)
    told = {"kind": EventKind.WAVE, "expected": Direction.UP, "source": "https://example.org/golf"}
    return ContextEvent.objects.create(title="Golf van nepberichten", begins=begins, ends=today, **told)


def screen_of(client, user, **query) -> str:
    client.force_login(user)
    return client.get(reverse("figures"), query).content.decode()


def test_an_event_is_a_numbered_band_and_stands_in_the_list_below(client, regional_editor, wave):
    screen = screen_of(client, regional_editor)

    assert screen.count('class="chart__band"') == 1
    assert 'class="chart__number"' in screen
    assert "1. Golf van nepberichten" in screen
    assert "golf van incidenten" in screen
    assert "omhoog" in screen
    assert "https://example.org/golf" in screen
    assert "Tegelijk is nog geen oorzaak" in screen


def test_a_pattern_is_named_after_its_chart_and_no_style_is_inline(client, regional_editor, wave):
    screen = screen_of(client, regional_editor)
    drawing = screen[screen.index('<svg class="chart"') : screen.index("</svg>", screen.index('<svg class="chart"'))]

    assert 'id="bereik-vlak-1"' in drawing
    assert "url(#bereik-vlak-1)" in drawing
    assert "style=" not in drawing


def test_in_a_chart_of_months_it_is_there_as_well(client, regional_editor, wave, today):
    screen = screen_of(client, regional_editor, van=str(today - timedelta(days=300)), tot=str(today))

    assert screen.count('class="chart__band"') == 1


def test_what_happened_at_another_time_or_about_another_theme_is_left_out(client, regional_editor, wave, today):
    theme, other = (Theme.objects.create(name=name, slug=name.lower()) for name in ("Cybercrime", "Ondermijning"))
    wave.themes.add(other)

    assert "Golf van" not in screen_of(client, regional_editor, thema=theme.pk)
    assert "Golf van" in screen_of(client, regional_editor, thema=other.pk)
    earlier = {"van": str(today - timedelta(days=60)), "tot": str(today - timedelta(days=30))}
    assert "Golf van" not in screen_of(client, regional_editor, **earlier)


def test_stein_meets_what_happened_in_the_region_and_not_in_beek(client, editor_of_stein, wave, beek, today):
    ContextEvent.objects.create(title="Actie in Beek", begins=today, municipality=beek)
    client.force_login(editor_of_stein)

    for address in ("figures", "figures_csv"):
        answer = client.get(reverse(address))
        told = (answer.getvalue() if answer.streaming else answer.content).decode()
        assert "Golf van nepberichten" in told
        assert "Actie in Beek" not in told


def test_each_chart_leads_to_a_form_with_its_period_and_filters(client, regional_editor, stein):
    screen = screen_of(client, regional_editor, van="2026-05-01", tot="2026-05-31", gemeente=stein.pk)

    assert LINK in screen
    address = screen[: screen.index(LINK)].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    form = client.get(address).context["form"]
    assert form["begins"].value().isoformat() == "2026-05-01"
    assert form["ends"].value().isoformat() == "2026-05-31"
    assert str(form["municipality"].value()) == str(stein.pk)


def test_who_may_write_nothing_down_sees_the_events_and_no_link(client, home, wave):
    screen = screen_of(client, make_user("lezer", Group.objects.get(name="Lezer")))

    assert "Golf van nepberichten" in screen
    assert LINK not in screen


def test_the_export_lists_the_events_and_runs_no_formula(client, regional_editor, wave, today):
    ContextEvent.objects.create(title="=1+1", begins=today, source="https://example.org/")
    client.force_login(regional_editor)

    lines = client.get(reverse("figures_csv")).getvalue().decode().splitlines()

    told = [line.split(";") for line in lines if line.startswith("gebeurtenis;")]
    assert [line[2] for line in told] == ["1. Golf van nepberichten", "2. =1+1"]
    assert told[0][1] == "golf van incidenten"
    assert told[0][9:13] == ["verwacht: omhoog", str(wave.begins), str(wave.ends), "hele regio"]
    assert told[1][11] == "nog niet voorbij"
    assert told[0][15] == "https://example.org/golf"


def test_a_period_without_events_says_so(client, regional_editor):
    screen = screen_of(client, regional_editor)

    assert "Er is in deze periode geen gebeurtenis opgeschreven." in screen
    assert "chart__band" not in screen
