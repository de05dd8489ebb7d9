"""Any published figure can be made again from its stored question, and what differs is told."""

import pytest
from django.core.management import CommandError, call_command

from campagne.measurement.models import MonthAct, MonthCell, PublishedFigure, PublishedMonth
from campagne.measurement.public.freezing import freeze_month
from campagne.measurement.public.published import Status
from campagne.measurement.public.tables import TABLES
from doelgroepen.models import TargetGroup, Theme
from tests.measurement.public.conftest import FEBRUARY, THIRD_OF_MARCH

pytestmark = pytest.mark.django_db


@pytest.fixture
def frozen(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)
    return PublishedMonth.objects.get()


def test_every_figure_is_the_same_when_nothing_changed(frozen, capsys):
    call_command("recompute_figure", "--all")

    assert f"Alle {frozen.figures.count()} cijfers zijn gelijk." in capsys.readouterr().out
    assert {figure.table for figure in frozen.figures.all()} == {
        table.code for table in TABLES if table.code not in ("goed", "voornemen")
    }


def test_a_figure_is_made_from_its_question_and_not_from_the_registers_of_now(frozen):
    Theme.objects.filter(slug="cybercrime").update(name="Anders", slug="anders", order=9)
    TargetGroup.objects.update(is_sensitive=True)

    call_command("recompute_figure", "--all", verbosity=0)


def test_one_figure_can_be_asked_for(frozen, capsys):
    figure = frozen.figures.filter(table="meldpunten").first()

    call_command("recompute_figure", figure.table, figure.row, figure.column, "--month=2027-02")

    assert capsys.readouterr().out == "Gelijk.\n"


def test_what_differs_is_told_exactly(frozen, capsys):
    figure = frozen.figures.filter(table="meldpunten", status=Status.SHOWN).exclude(row="totaal").first()
    PublishedFigure.objects.filter(pk=figure.pk).update(count=figure.count + 5)

    with pytest.raises(CommandError) as failure:
        call_command("recompute_figure", figure.table, figure.row, figure.column, "--month=2027-02")

    assert failure.value.returncode == 1
    expected = f"aantal was {figure.count + 5} en is nu {figure.count}."
    assert expected in capsys.readouterr().out


def test_a_count_that_changed_too_little_to_be_seen_is_found_by_its_fingerprint(frozen, capsys):
    MonthAct.objects.filter(subject="bank").update(count=0)

    with pytest.raises(CommandError, match="zijn niet gelijk"):
        call_command("recompute_figure", "--all")

    assert "andere vingerafdruk" in capsys.readouterr().out


def test_a_rule_that_changed_is_named_where_a_figure_differs(frozen, capsys):
    rules = frozen.rules
    rules["measures"]["bezoeken"] = 0
    PublishedMonth.objects.update(rules=rules)
    MonthCell.objects.update(visits=1)

    with pytest.raises(CommandError):
        call_command("recompute_figure", "--all", "--month=2027-02")

    assert "versie van de maat ‘Bezoeken’ was 0 en is nu 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(["--month=2027-02"], "Noem een tabel", id="nothing"),
        pytest.param(["iets", "bank", "--month=2027-02"], "tabel ‘iets’ is er niet", id="another table"),
        pytest.param(["meldpunten", "iets", "--month=2027-02"], "rij ‘iets’ is er niet", id="another row"),
        pytest.param(["meldpunten", "bank", "x", "--month=2027-02"], "kolom ‘x’ is er niet", id="another column"),
        pytest.param(["--all", "--month=2027-01"], "2027-01 is niet vastgelegd", id="another month"),
    ],
)
def test_whoever_asks_for_what_is_not_there_is_told_what_is(frozen, asked, told):
    with pytest.raises(CommandError, match=f"(?i){told}"):
        call_command("recompute_figure", *asked)
