"""Guided sessions on the dashboard: persons beside visits, and answers in groups apart from those online."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.content.models import ModuleIndexPage, ModulePage
from campagne.guided.models import GuidedSession, Library, Location, Meeting
from campagne.measurement.dashboard.answers import Answer
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.groups import CERTAIN
from campagne.measurement.dashboard.ladder import ladder
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.periods import last_days
from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.counting import count as count_answers
from campagne.sheets.csv_file import read_csv
from doelgroepen.models import TargetGroup, Theme

pytestmark = pytest.mark.django_db
VISITORS = "Bezoekers van begeleide lessen"


@pytest.fixture
def place_in(home):
    """A place of one library in this municipality."""
    groups = [Group.objects.create(name=name) for name in ("Coördinatoren", "Begeleiders")]
    library = Library.objects.create(name="Bibliotheek", coordinators=groups[0], guides=groups[1])

    def make(municipality) -> Location:
        return Location.objects.create(library=library, name=f"Zaal {municipality}", municipality=municipality)

    return make


@pytest.fixture
def held(home, publish):
    """A session that was held, with a headcount per meeting; None where nobody counted."""
    usual = publish(ModuleIndexPage.objects.get(municipality=None), ModulePage(title="Les", slug="les", summary="…"))

    def hold(location, *headcounts, module=usual, days_ago=0) -> GuidedSession:
        session = GuidedSession.objects.create(location=location, module=module, title="Les")
        for number, headcount in enumerate(headcounts):
            at = timezone.now() - timedelta(days=days_ago - number)
            Meeting.objects.create(session=session, starts_at=at, started_at=at, headcount=headcount)
        return session

    return hold


def chosen(user, **data) -> Selection:
    return SelectionForm(data, user=user, today=timezone.localdate()).selection()


def answers(selection: Selection) -> tuple[Answer, ...]:
    return ladder(selection, counted_since=timezone.localdate())


def reach_of(selection: Selection) -> dict[str, str]:
    return {row.measure.name: row.words for row in answers(selection)[0].rows}


def test_a_headcount_of_ten_adds_ten_persons_and_no_visit(home, stein, place_in, held, regional_editor, count, today):
    count(home, today, views=3, visits=2)
    before = reach_of(chosen(regional_editor))
    held(place_in(stein), 10)

    after = reach_of(chosen(regional_editor))

    assert VISITORS not in before
    assert after == {**before, VISITORS: "10 personen"}
    assert after["Bezoeken"] == "2 bezoeken"


def test_what_nobody_filled_in_is_told_in_meetings_and_is_not_nought(stein, place_in, held, regional_editor):
    place = place_in(stein)
    held(place, None)
    unknown = answers(chosen(regional_editor))[0]
    held(place, 8, None, days_ago=3)
    known = answers(chosen(regional_editor))[0]

    assert unknown.rows[-1].words == "nog niet ingevuld"
    assert "Bij 1 bijeenkomst is het aantal nog niet ingevuld." in unknown.notes[0]
    assert known.rows[-1].words == "8 personen"
    assert known.notes[0] == (
        "Bezoekers van begeleide lessen: 8 personen, in 2 lessen. Bij 2 bijeenkomsten is het aantal nog niet ingevuld. "
        "Dat zijn personen. Ze tellen niet mee in de bezoeken."
    )


def test_sessions_follow_period_municipality_group_theme_and_page(
    stein, beek, place_in, held, regional_editor, publish
):
    theme = Theme.objects.create(name="Cybercrime", slug="cybercrime", goal="…")
    group = TargetGroup.objects.create(name="Senioren hier", slug="senioren-hier", self_description="…")
    page = ModulePage(title="M", slug="m", summary="…", theme=theme)
    module = publish(ModuleIndexPage.objects.get(municipality=None), page)
    ours = held(place_in(stein), 10, module=module)
    ours.target_groups.add(group)
    elsewhere = place_in(beek)
    held(elsewhere, 20)
    held(elsewhere, 40, days_ago=60)

    for choice, told in [
        ({}, "30 personen"),
        ({"van": str(timezone.localdate() - timedelta(days=90))}, "70 personen"),
        ({"gemeente": beek.pk}, "20 personen"),
        ({"doelgroep": group.pk}, "10 personen"),
        ({"thema": theme.pk}, "10 personen"),
        ({"pagina": module.pk}, "10 personen"),
    ]:
        assert reach_of(chosen(regional_editor, **choice))[VISITORS] == told, choice


def test_an_editor_of_stein_counts_nobody_of_beek(client, stein, beek, place_in, held, editor_of_stein):
    held(place_in(stein), 10)
    held(place_in(beek), 31_987)
    client.force_login(editor_of_stein)

    screen = client.get(reverse("figures")).content.decode()
    sheet = client.get(reverse("figures_csv")).getvalue().decode()

    assert reach_of(chosen(editor_of_stein))[VISITORS] == "10 personen"
    assert "31.987" not in screen
    assert "31987" not in sheet
    header, *rows = read_csv(sheet.encode())
    lines = [dict(zip(header, row, strict=True)) for row in rows if VISITORS in row]
    [line] = [line for line in lines if line["onderwerp"] == CERTAIN]
    assert {line["onderwerp"]: line["in woorden"] for line in lines} == {
        CERTAIN: "10 personen",
        "Stein": "10 personen",
        "onbekend welke doelgroep": "10 personen",
    }
    assert (line["aantal"], line["eenheid"], line["bron"]) == (
        "10",
        "personen",
        "geteld in de zaal, door wie de les gaf",
    )
    assert "Personen zijn geen bezoeken" in line["wat het niet zegt"]


@pytest.fixture
def in_group(place_in, held, answer):
    """Let a group of this session answer: `in_group(session, question, right=9, wrong=3)`."""

    def give(session, question, **answered) -> None:
        before = set(Attempt.objects.values_list("pk", flat=True))
        answer(question, **answered)
        Attempt.objects.exclude(pk__in=before).update(cluster=session.cluster)

    return give


@pytest.mark.parametrize("life", ["as they came", "counted", "gone"])
def test_answers_in_groups_stand_apart_with_a_wider_range(
    stein, place_in, held, answer, in_group, published_question, today, life
):
    question, place = published_question("Uw bank belt?"), place_in(stein)
    answer(question, right=30, wrong=10)
    for right, wrong in ((15, 0), (6, 9), (9, 6)):
        in_group(held(place, 15), question, right=right, wrong=wrong)
    later = datetime(2030, 1, 1, tzinfo=timezone.get_current_timezone())
    if life != "as they came":
        count_answers(later)
    if life == "gone":
        anonymise(later)

    understood = answers(Selection(last_days(today, 28), None, (), today))[2]
    told = {row.subject: row.outcome for row in understood.rows}
    alone, groups = told["Uw bank belt?"], told["Uw bank belt? (in 3 groepen)"]

    assert (alone.count, alone.n) == (30, 40)
    assert (groups.count, groups.n) == (30, 45)
    # The residuals 5, -4 and -1 give a design effect of 6.3, so Wilson on 7.14 people; on 45 it would be .52 to .79.
    assert (round(groups.estimate.low, 2), round(groups.estimate.high, 2)) == (0.32, 0.89)
    assert told["alle quizzen samen"].n == 40
    assert told["alle quizzen samen, in 3 groepen"].n == 45


def test_what_groups_know_before_and_after_a_lesson_is_told_apart(
    stein, place_in, held, in_group, published_question, today
):
    question, place = published_question("Uw bank belt?"), place_in(stein)
    other = published_question("Belt u terug?")
    for before, after in ((2, 10), (4, 11), (3, 9)):
        session = held(place, 15)
        in_group(session, question, right=before, wrong=15 - before, block="measure_pre")
        in_group(session, question, right=after, wrong=15 - after, block="measure_post")
        in_group(session, other, right=14, wrong=1)

    understood = answers(Selection(last_days(today, 28), None, (), today))[2]

    told = {row.subject: row.outcome.count for row in understood.rows if "bank" in row.subject}
    assert told == {"Vóór de les: Uw bank belt? (in 3 groepen)": 9, "Na de les: Uw bank belt? (in 3 groepen)": 30}
    assert "De moeilijkste, in 3 groepen, vóór de les: ‘Uw bank belt?’ Goed: 20 van de 100" in understood.sentence
    assert " Na de les: 67 van de 100" in understood.sentence
    assert understood.sentence.startswith("Online zijn er nog geen antwoorden. Van 2 vragen hebben er 2 genoeg")
    assert [row.label[:8] for row in understood.dots.rows if "bank" in row.label] == ["Vóór de ", "Na de le"]


def test_one_group_has_no_range_and_is_not_drawn(stein, place_in, held, in_group, published_question, today):
    in_group(held(place_in(stein), 12), published_question("Alleen een groep?"), right=9, wrong=3)

    understood = answers(Selection(last_days(today, 28), None, (), today))[2]

    [row] = [row for row in understood.rows if "(in 1 groep)" in row.subject]
    assert row.words == "9 van de 12 antwoorden"
    assert understood.dots is None
    assert understood.sentence.startswith("Online zijn er nog geen antwoorden.")


def test_what_a_group_means_to_do_is_told_apart_too(stein, place_in, held, in_group, published_question, today):
    question = published_question("Zou u melden?", construct="meldintentie", kind="single")
    in_group(held(place_in(stein), 12), question, right=8, wrong=4)

    intended = answers(Selection(last_days(today, 28), None, (), today))[3]

    assert {row.subject: row.words for row in intended.rows}["Zou u melden? ophangen (in 1 groep)"] == (
        "8 van de 12 antwoorden"
    )
