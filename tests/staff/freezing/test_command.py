"""`manage.py freeze_user`, for whoever can reach the machine and not the admin."""

import pytest
from django.core.management import CommandError, call_command

from campagne.content.models import ArticlePage
from tests.staff.freezing.conftest import written


@pytest.fixture
def page(article, taken, boss) -> ArticlePage:
    return written(article("Veilig bellen"), "Vals.", taken)


def ran(capsys, *options: str) -> str:
    call_command("freeze_user", "overgenomen", "--since", "2020-01-01", *options)
    return capsys.readouterr().out


def test_a_trial_tells_everything_and_changes_nothing(capsys, taken, page):
    said = ran(capsys, "--put-back", "--revoke", "--dry-run")

    taken.refresh_from_db()
    assert taken.is_active
    assert ArticlePage.objects.get(pk=page.pk).summary == "Vals."
    assert "Gepubliceerd" in said
    assert "Veilig bellen → versie van" in said


def test_it_shuts_and_puts_back_and_may_run_twice(capsys, taken, page, since):
    call_command("freeze_user", "overgenomen", "--since", since.strftime("%Y-%m-%dT%H:%M"), "--put-back")
    said = capsys.readouterr().out

    taken.refresh_from_db()
    assert not taken.is_active
    assert ArticlePage.objects.get(pk=page.pk).summary == "Zo was het."
    assert "1 van 1" in said
    assert "Teruggezet: 0 van 0" in ran(capsys, "--put-back")


@pytest.mark.parametrize(
    ("name", "moment", "told"),
    [
        pytest.param("niemand", "2026-11-01", "geen account 'niemand'", id="nobody has that name"),
        pytest.param("overgenomen", "gisteren", "verwacht een dag", id="no moment"),
        pytest.param("overgenomen", "2999-01-01", "moet nog komen", id="a moment to come"),
    ],
)
def test_what_is_wrong_is_said_in_words(taken, name, moment, told):
    with pytest.raises(CommandError, match=told):
        call_command("freeze_user", name, "--since", moment)


@pytest.mark.parametrize(
    ("options", "stays"),
    [pytest.param(["--dry-run"], True, id="on trial"), pytest.param([], False, id="for real")],
)
def test_the_only_administrator_is_shut_and_the_way_back_in_is_told(capsys, boss, options, stays):
    call_command("freeze_user", "baas", "--since", "2020-01-01", *options)
    said = capsys.readouterr().out

    boss.refresh_from_db()
    assert boss.is_active is stays
    assert "kan niemand meer accounts beheren" in said
    assert "manage.py createsuperuser" in said
    assert "Gedaan sinds" in said


def test_no_way_back_in_is_told_while_somebody_else_manages_accounts(capsys, boss, taken):
    assert "createsuperuser" not in ran(capsys)
