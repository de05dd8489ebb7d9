"""What stands on a sheet, from an empty site to a full one; never more than a person may see."""

from datetime import date, timedelta

import pytest

from campagne.figures.verdicts import Verdict
from campagne.measurement.onepager.drawing import MOST_EVENTS, NO_YEAR
from campagne.measurement.onepager.sheet import Asked, Sheet, sheets_for
from campagne.measurement.onepager.telling import NO_OFFICIAL_FIGURE
from campagne.measurement.onepager.whole_periods import choices, last_month
from doelgroepen.models import Theme
from tests.measurement.official.tables import COMPLAINED, VICTIMS

pytestmark = pytest.mark.django_db
OURS, LIMBURG, COUNTRY = "Westelijke Mijnstreek", "Limburg", "Nederland"
LONG_AGO = date(2024, 1, 1)


@pytest.fixture
def sheet_of(cyber, reader, today):
    """The sheet of cybercrime over last month: `sheet_of(user, place=stein)`."""

    def make(user=None, *, place=None, choice=None, since=LONG_AGO) -> Sheet:
        asked = Asked(user or reader, choice or last_month(today), place, today, since)
        (sheet,) = sheets_for(asked, [cyber])
        return sheet

    return make


@pytest.fixture
def month(today) -> date:
    """A day of last month."""
    return last_month(today).period.first


def test_an_empty_site_says_what_is_not_known_and_invents_nothing(sheet_of):
    sheet = sheet_of()

    assert sheet.reached.large[0].number == "?"
    assert sheet.known.sentence == "Er zijn nog geen antwoorden op vragen met een goed antwoord."
    assert sheet.drawing.words == NO_YEAR
    assert {level.amount for goal in sheet.goals for level in goal.levels} == {"nog niet ingevoerd"}
    assert {goal.arrow for goal in sheet.goals} == {""}


def test_a_month_before_counting_is_unknown_and_not_few(sheet_of, today):
    sheet = sheet_of(since=today)

    assert "telden we nog niet" in sheet.reached.sentence
    assert sheet.reached.large[0].unit == "nog niet geteld"


def test_visits_are_told_from_ten_on(sheet_of, article, count, month):
    page = article()
    count(page, month, views=9, visits=9)
    assert "te weinig bezoeken" in sheet_of().reached.sentence

    count(page, month + timedelta(days=1), views=1225, visits=1225)

    sheet = sheet_of()
    assert "waren er 1.234 bezoeken aan pagina's over cybercrime." in sheet.reached.sentence
    assert (sheet.reached.large[0].number, sheet.reached.large[0].unit) == ("1.234", "bezoeken")


def test_the_hardest_and_the_best_known_question_come_with_range_and_number(
    sheet_of, article, answer, published_question, today
):
    page = article()
    answer(published_question("Wat doet u bij een nepmail?"), right=12, wrong=28, page=page)
    answer(published_question("Geeft u uw code?"), right=38, wrong=2, page=page)
    answer(published_question("Te weinig gevraagd?"), right=0, wrong=29, page=page)

    known = sheet_of(choice=choices(today)[0]).known

    assert known.sentence == (
        "De moeilijkste vraag: ‘Wat doet u bij een nepmail?’ Goed: 30 van de 100, waarschijnlijk tussen 18 en 45 "
        "(40 antwoorden)."
    )
    assert "‘Geeft u uw code?’ Goed: 95 van de 100" in known.more[0]
    assert [large.number for large in known.large] == ["30", "95"]


def test_before_and_after_are_both_told_and_named(sheet_of, article, answer, published_question, today):
    page, question = article(), published_question("Wat doet u bij een nepmail?")
    answer(question, right=10, wrong=30, page=page, block="measure_pre")
    answer(question, right=24, wrong=16, page=page, block="measure_post")
    answer(published_question("Geeft u uw code?"), right=38, wrong=2, page=page)

    sheet = sheet_of(choice=choices(today)[0])

    assert sheet.known.sentence == (
        "De moeilijkste vraag, vóór de uitleg: ‘Wat doet u bij een nepmail?’ Goed: 25 van de 100, waarschijnlijk "
        "tussen 14 en 40 (40 antwoorden). Na de uitleg: 60 van de 100, waarschijnlijk tussen 45 en 74 (40 antwoorden)."
    )
    assert sheet.known.large[0].unit == "van de 100 goed vóór de uitleg, erna 60"
    assert sheet.drawing.dots.rows[0].label == "Vóór de uitleg: Wat doet u bij een nepmail?"


def test_no_question_is_called_the_hardest_while_the_next_may_be_as_hard(
    sheet_of, article, answer, published_question, today
):
    page = article()
    answer(published_question("Een?"), right=18, wrong=22, page=page)
    answer(published_question("Twee?"), right=20, wrong=20, page=page)

    known = sheet_of(choice=choices(today)[0]).known

    assert known.sentence.startswith("Welke vraag het moeilijkst is, is nog niet te zeggen. Het laagste cijfer: ‘Een?’")
    assert "moeilijkste" not in str(known)
    assert "best bekende" not in str(known)


def test_without_thirty_answers_no_share_is_named(sheet_of, article, answer, published_question, today):
    answer(published_question("Wat doet u?"), right=20, wrong=9, page=article())

    known = sheet_of(choice=choices(today)[0]).known

    assert known.sentence.startswith("Nog geen vraag heeft 30 antwoorden of meer.")
    assert known.large[0].number == "?"


def test_an_arrow_stands_only_where_the_difference_excludes_0(sheet_of, entered):
    entered(VICTIMS, COUNTRY, "2023", 15.6, 15.4, 15.9)
    entered(VICTIMS, OURS, "2023", 9, 7, 11)
    entered(COMPLAINED, LIMBURG, "2023", 17, 15, 19)
    entered(COMPLAINED, OURS, "2023", 19, 11, 32)

    goals = {goal.name: goal for goal in sheet_of().goals}

    fewer = goals["Slachtoffers van online criminaliteit"]
    assert fewer.arrow == "▼"
    assert f"{OURS}: lager dan Nederland. Minder is beter." in fewer.judgement
    unsure = goals["Aangifte van online criminaliteit"]
    assert unsure.arrow == ""
    assert f"{OURS}: {Verdict.NO_DIFFERENCE}." in unsure.judgement
    assert unsure.levels[0].rest == "2023, tussen 11 en 32"


def test_a_goal_without_official_figure_says_so(reader, today, home):
    theme = Theme.objects.create(name="Externe veiligheid", slug="extern", goal="risico's beperken")
    (sheet,) = sheets_for(Asked(reader, last_month(today), None, today, LONG_AGO), [theme])

    assert sheet.outcome.sentence == NO_OFFICIAL_FIGURE
    assert sheet.goals == ()


def test_the_year_is_drawn_per_month_and_a_small_month_is_a_gap(sheet_of, article, count, month):
    page = article()
    for months_ago, visits in enumerate((40, 9, 30)):
        count(page, (month - timedelta(days=30 * months_ago)).replace(day=5), views=visits, visits=visits)

    drawing = sheet_of().drawing

    assert [len(stretch.points) for stretch in drawing.line.finished] == [1, 1]
    assert drawing.line.end.label == "40"
    assert "minder dan 10 bezoeken" in drawing.words


def test_every_number_in_the_drawing_is_explained(sheet_of, article, count, event, month):
    page = article()
    count(page, month, views=40, visits=40)
    count(page, month - timedelta(days=40), views=40, visits=40)
    for number in range(MOST_EVENTS + 3):
        event(f"Actie {number}", begins=month, ends=month + timedelta(days=number))

    drawing = sheet_of().drawing

    drawn = {number for band in drawing.line.bands for number in band.numbers}
    assert drawn == {happening.number for happening in drawing.happenings} == set(range(1, MOST_EVENTS + 1))


def test_an_editor_of_stein_gets_nothing_of_beek(
    sheet_of, editor_of_stein, article, beek, count, answer, published_question, event, month, today
):
    secret = article(beek, "Beekse")
    count(secret, month, views=987_654, visits=987_654)
    count(secret, month - timedelta(days=40), views=987_654, visits=987_654)
    answer(published_question("Wat weet Beek?"), right=40, page=secret)
    event("Actie in Beek", municipality=beek, begins=month, ends=month)

    for choice in choices(today)[:2]:
        told = str(sheet_of(editor_of_stein, choice=choice))
        assert "987.654" not in told
        assert "Beek" not in told


def test_a_sheet_says_whose_pages_are_on_it_for_an_editor_sees_fewer(sheet_of, editor_of_stein):
    assert sheet_of().where == "hele regio"
    assert sheet_of(editor_of_stein).where == "alleen pagina's van de regio en van Stein"


def test_a_municipality_has_a_sheet_of_its_own_pages(sheet_of, article, stein, beek, count, month):
    count(article(stein, "Steinse"), month, views=55, visits=55)
    count(article(beek, "Beekse"), month, views=44, visits=44)

    sheet = sheet_of(place=stein)

    assert "55 bezoeken aan pagina's over cybercrime van de gemeente Stein" in sheet.reached.sentence
    assert sheet.where == "gemeente Stein"
