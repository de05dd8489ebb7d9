"""What is looked for in vain is counted, and a word is only written once many looked for it, on several days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from home.search import missed
from home.search.missed import code_of, note, purge_missed, write_missed
from home.search.models import FEWEST_DAYS, FEWEST_SEARCHES, WEEKS_KEPT, MissedWord

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def nothing_waits():
    missed._waiting.clear()


def look_for(word: str, *days: int) -> None:
    for day in days:
        note([word], MONDAY + timedelta(days=day))
        write_missed()


def test_a_rare_word_is_counted_by_a_code_and_never_written():
    look_for("jansen", *[0] * (FEWEST_SEARCHES * 4))

    row = MissedWord.objects.get()
    assert (row.count, row.word) == (FEWEST_SEARCHES * 4, "")
    assert "jansen" not in repr(row.__dict__)


def test_a_word_that_many_looked_for_on_several_days_is_written():
    look_for("buurtapp", 0, 0, 1, 1)
    assert not MissedWord.shown().exists()

    look_for("buurtapp", FEWEST_DAYS - 1)

    assert [(each.word, each.count) for each in MissedWord.shown()] == [("buurtapp", FEWEST_SEARCHES)]


def test_a_code_says_nothing_of_another_week():
    assert code_of("jansen", MONDAY) != code_of("jansen", MONDAY + timedelta(weeks=1))


@pytest.mark.parametrize("word", ["0612345678", "ab", "a1b2c3", "", "x" * 41])
def test_what_is_no_word_is_not_counted(word):
    look_for(word, 0)

    assert not MissedWord.objects.exists()


def test_codes_go_after_their_week_and_words_after_some_weeks():
    look_for("jansen", 0)
    look_for("buurtapp", 0, 1, 2, 3, 4)
    next_week = datetime(2026, 11, 30, 3, tzinfo=UTC)

    purge_missed(next_week)
    purge_missed(next_week)
    assert [each.word for each in MissedWord.objects.all()] == ["buurtapp"]

    purge_missed(next_week + timedelta(weeks=WEEKS_KEPT))
    assert not MissedWord.objects.exists()


def test_only_a_search_that_finds_nothing_is_noted(client, home, article, read):
    article("Bestaat")
    read()

    for query in ("bestaat", "qqqwww", "qqqwww bestaat", "bestaat&thema=niets"):
        client.get(f"/zoeken/?q={query}")

    assert {word for word, _ in missed._waiting} == {"qqqwww"}
    assert sum(missed._waiting.values()) == 1


def test_an_editor_reads_the_report_and_others_do_not(client, editor_of_stein, home):
    from tests.conftest import make_user

    look_for("buurtapp", 0, 1, 2, 3, 4)
    look_for("jansen", 0)
    client.force_login(editor_of_stein)
    told = client.get(reverse("missed_words")).content.decode()
    client.force_login(make_user("buitenstaander"))

    assert "buurtapp" in told
    assert "jansen" not in told
    assert client.get(reverse("missed_words")).status_code == 403
