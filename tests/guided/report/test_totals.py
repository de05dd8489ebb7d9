from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.guided.models import GuidedSession, Library, Location, Meeting
from campagne.guided.report.sight import sessions_counted_for
from campagne.guided.report.totals import By, gathered, totals
from campagne.sheets.csv_file import read_csv
from campagne.staff.roles import COORDINATOR, group_for
from tests.conftest import make_user
from tests.guided.conftest import Lesson

pytestmark = pytest.mark.django_db
AUTUMN, WINTER = (datetime(2026, month, 4, 10, tzinfo=UTC) for month in (11, 2))


@pytest.fixture
def library_in_beek(library, beek):
    coordinators = group_for(COORDINATOR, "Coördinatoren Beek")
    guides = Group.objects.create(name="Begeleiders Beek")
    other = Library.objects.create(name="Bibliotheek Beek", coordinators=coordinators, guides=guides)
    Location.objects.create(library=other, name="Buurthuis Beek", municipality=beek)
    return other


@pytest.fixture
def held(module):
    """A session that was held: `held(location, headcount=9, at=AUTUMN)`; without a headcount nobody counted."""

    def hold(location, headcount=None, at=AUTUMN) -> Lesson:
        session = GuidedSession.objects.create(
            location=location,
            module=module,
            title="Geheime titel",
            remarks="Geheime opmerking",
            quiz_version=module.quiz.current_version,
            changed_at=at,
        )
        Meeting.objects.create(session=session, starts_at=at, started_at=at, headcount=headcount)
        return Lesson(session.pk)

    return hold


def named(by: By, sessions=None) -> dict[str, list[str]]:
    everything = gathered(GuidedSession.objects.all() if sessions is None else sessions)
    return {total.name: [told.words for told in total.people] for total in totals(everything, by)}


def test_sessions_are_taken_together_per_location_library_quarter_and_municipality(library, library_in_beek, held):
    stein, beek = library.locations.get(), library_in_beek.locations.get()
    held(stein, 9)
    held(stein, 7, at=WINTER)
    held(beek, 12)

    assert [named(By.LOCATION)[name][0] for name in ("Bibliotheek Stein (Bibliotheek Stein)",)] == ["16"]
    assert {name: told[0] for name, told in named(By.LIBRARY).items()} == {
        "Bibliotheek Beek": "12",
        "Bibliotheek Stein": "16",
    }
    assert [(name, told[0]) for name, told in named(By.QUARTER).items()] == [
        ("2026, 4e kwartaal", "21"),
        ("2026, 1e kwartaal", "7"),
    ]
    assert {name: told[0] for name, told in named(By.MUNICIPALITY).items()} == {"Beek": "12", "Stein": "16"}


def test_meetings_that_nobody_counted_are_told_and_add_nothing(library, held):
    held(library.locations.get(), 9)
    held(library.locations.get())

    [total] = totals(gathered(GuidedSession.objects.all()), By.LIBRARY)

    assert (total.sessions, total.not_filled_in, total.people[0].words) == (2, 1, "9")


def test_what_groups_learned_has_the_design_effect_and_one_group_has_no_range(library, library_in_beek, held, attend):
    stein, beek = library.locations.get(), library_in_beek.locations.get()
    for location, learned in ((stein, 9), (stein, 2), (beek, 6)):
        lesson = held(location, 12)
        attend(lesson, learned, "1", "2")
        attend(lesson, 12 - learned, "1", "1")

    by_library = {t.name: t.learned[0] for t in totals(gathered(GuidedSession.objects.all()), By.LIBRARY)}
    two, one = by_library["Bibliotheek Stein"], by_library["Bibliotheek Beek"]

    assert (two.groups, two.before.words, two.after.words) == (
        2,
        "0 van de 24 die beide keren antwoordden",
        "11 van de 24 die beide keren antwoordden",
    )
    # Wider than for 24 people who came alone, for whom it would be from 24 to 65 points.
    assert two.change.low < 0.1
    assert (one.margin, one.change, one.verdict) == ("Eén groep: dit zegt niets over anderen.", None, "")


def coordinator_of(library) -> object:
    group_for(COORDINATOR, library.coordinators.name)
    return make_user("coordinator", library.coordinators)


def pages(client, user) -> list[str]:
    client.force_login(user)
    texts = []
    for by in By:
        texts.append(client.get(reverse("guided_totals"), {"per": by.value}).content.decode())
    texts.append(client.get(reverse("guided_totals_csv")).getvalue().decode())
    return texts


def test_a_coordinator_sees_their_own_library_alone(client, library, library_in_beek, held):
    held(library.locations.get(), 9)
    held(library_in_beek.locations.get(), 87)

    for page in pages(client, coordinator_of(library)):
        assert [part for part in ("</span>87", ";87;") if part in page] == []
        assert "Bibliotheek Beek" not in page
        assert "Buurthuis Beek" not in page


def test_a_municipality_sees_counts_of_what_was_held_there_and_no_titles(
    client, editor_of_stein, library, library_in_beek, held, stein
):
    held(library.locations.get(), 9)
    held(library_in_beek.locations.get(), 87)
    Location.objects.create(library=library_in_beek, name="Zaal in Stein", municipality=stein)
    held(Location.objects.get(name="Zaal in Stein"), 11)

    for page in pages(client, editor_of_stein):
        assert "Buurthuis Beek" not in page
        assert "Geheim" not in page
    assert named(By.MUNICIPALITY, sessions_counted_for(editor_of_stein))["Stein"][0] == "20"


def test_who_sees_all_figures_sees_every_session_once(library, library_in_beek, held, regional_editor):
    make_user("nog-een", library.coordinators)
    make_user("en-nog-een", library.coordinators)
    held(library.locations.get(), 9)
    held(library_in_beek.locations.get(), 12)
    reader = make_user("burgemeester", Group.objects.get(name="Lezer"))
    both = coordinator_of(library)
    both.groups.add(Group.objects.get(name="Lezer"))

    assert [sessions_counted_for(user).count() for user in (reader, regional_editor, both)] == [2, 2, 2]


@pytest.mark.parametrize("address", ["guided_totals", "guided_totals_csv"])
def test_who_belongs_to_no_library_and_no_municipality_sees_nothing(client, library, address):
    guide = make_user("begeleider", library.guides)
    client.force_login(guide)

    assert client.get(reverse(address)).status_code in {302, 403}


def test_without_a_session_it_says_so_and_a_wrong_choice_gives_everything(client, regional_editor, library):
    client.force_login(regional_editor)

    page = client.get(reverse("guided_totals"), {"per": "\x00", "kwartaal": "9999-9"}).content.decode()

    assert "Er is nog niets te tellen" in page


def test_the_sheet_says_of_every_figure_what_it_is_and_is_the_same_for_a_quarter_on_screen(
    client, regional_editor, library, held, attend
):
    lesson = held(library.locations.get(), 9)
    attend(lesson, 9, "1", "2")
    held(library.locations.get(), 7, at=WINTER)
    client.force_login(regional_editor)

    content = client.get(reverse("guided_totals_csv"), {"kwartaal": "2026-4"}).getvalue()
    header, *lines = read_csv(content)
    rows = [dict(zip(header, line, strict=True)) for line in lines]

    assert {row["per"] for row in rows} == {by.value for by in By}
    assert {row["aantal"] for row in rows if row["wat"] == "Bezoekers"} == {"9"}
    assert [
        row for row in rows if not (row["eenheid"] and row["marge"] and row["bron"] and row["wat het niet zegt"])
    ] == []
