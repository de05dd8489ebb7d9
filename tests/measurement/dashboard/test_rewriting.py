"""Before and after a rewrite: two versions, the difference in words, and no cause."""

from datetime import UTC, datetime, timedelta

import pytest

from campagne.figures.verdicts import ATTENTION, check_words
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.rewriting import before_and_after
from campagne.measurement.models import ContextEvent, DayPage, PageFacts
from campagne.measurement.months import rebuild_month
from campagne.measurement.periods import first_of_month


@pytest.fixture(autouse=True)
def _no_version_is_known(home):
    """What founding the region published is left out, so that a test tells of its own versions alone."""
    PageFacts.objects.all().delete()


@pytest.fixture
def version(home, today):
    """A published version and what was counted of it: `version(1, days_ago=40, views=100, reads=50)`."""

    def make(revision, *, days_ago, words=300, steps=0, page=home, **counts) -> None:
        day = today - timedelta(days=days_ago)
        at = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
        PageFacts.objects.create(
            page_id=page.pk, revision_id=revision, published_at=at, words=words, steps=steps, read_seconds=90
        )
        for step in (1, 2):
            if counts:
                DayPage.objects.create(day=day, page_id=page.pk, revision_id=revision, step=step, **counts)
                rebuild_month(first_of_month(day))

    return make


@pytest.fixture
def told(regional_editor, home, today):
    def tell(user=regional_editor, **query):
        data = {"pagina": str(home.pk), **query}
        return before_and_after(SelectionForm(data, user=user, today=today).selection())

    return tell


def test_two_versions_stand_beside_each_other_with_the_difference_in_words(version, told):
    version(1, days_ago=90, words=400, views=9, reads=9)
    version(2, days_ago=60, words=600, steps=2, views=200, reads=60)
    version(3, days_ago=9, words=350, steps=2, views=200, reads=100)

    [part] = told()

    assert part.sentence.startswith("Aandeel gelezen: hoger dan in de versie ervoor. Verschil: 20 procentpunt meer, ")
    (newest, before) = part.lines
    assert newest.cells[1:3] == ("350", "2")
    assert newest.cells[4].startswith("50 van de 100, waarschijnlijk tussen ")
    assert before.cells[1:3] == ("600", "2")
    assert before.cells[4].endswith("(400 weergaven)")
    check_words(part.sentence, rung=ATTENTION)


def test_too_little_is_said_and_no_difference_is_told(version, told):
    version(2, days_ago=60, views=9, reads=1)
    version(3, days_ago=9, views=200, reads=100)

    [part] = told()

    assert part.sentence == "Aandeel gelezen: te weinig gegevens."


def test_what_nobody_opened_yet_is_no_share(version, told):
    version(2, days_ago=60, views=100, reads=10)
    version(3, days_ago=0)

    [part] = told()

    assert part.sentence == "Aandeel gelezen: te weinig gegevens."
    assert part.lines[0].cells[3:] == ("nog niet geopend", "nog niet geopend")


def test_one_version_has_nothing_to_compare_and_none_says_nothing(version, told):
    assert told() == ()

    version(3, days_ago=9, views=200, reads=100)

    assert told()[0].sentence.startswith("Van deze pagina kennen we één versie.")


def test_only_the_dashboard_of_one_page_tells_it(version, told):
    version(2, days_ago=60, views=9, reads=1)
    version(3, days_ago=9, views=200, reads=100)

    assert told(pagina="") == ()


def test_what_happened_in_either_period_is_named_and_explains_nothing(version, told, today, beek, editor_of_stein):
    version(2, days_ago=60, views=100, reads=30)
    version(3, days_ago=9, views=100, reads=50)
    ContextEvent.objects.create(title="Grote actie", begins=today - timedelta(days=50), ends=today - timedelta(days=40))
    ContextEvent.objects.create(
        title="Lang geleden", begins=today - timedelta(days=90), ends=today - timedelta(days=80)
    )
    ContextEvent.objects.create(title="Van Beek", begins=today - timedelta(days=9), municipality=beek)

    notes = told()[0].notes
    notes_of_stein = told(editor_of_stein)[0].notes

    assert notes[0].startswith("In die dagen gebeurde ook: Grote actie (")
    assert "Van Beek" in notes[0]
    assert notes[0].endswith("Tegelijk is nog geen oorzaak.")
    assert "Lang geleden" not in notes[0]
    assert "Van Beek" not in notes_of_stein[0]
