"""What everybody sees of a month, on the page and in files."""

import json
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from campagne.figures.verdicts import ATTENTION, LADDER, OUTCOME, check_words
from campagne.measurement.models import ContextEvent, MonthCell, PublishedMonth
from campagne.measurement.public.answers import public_answers
from campagne.measurement.public.codebook import HEADER
from campagne.measurement.public.freezing import freeze_month, freeze_when_due
from campagne.serving.models import Installation
from campagne.sheets.csv_file import read_csv
from doelgroepen.models import Theme
from tests.measurement.public.conftest import FEBRUARY, MARCH, THIRD_OF_APRIL, THIRD_OF_MARCH

pytestmark = pytest.mark.django_db
FILES = ["/cijfers/2027-02/cijfers.csv", "/cijfers/2027-02/cijfers.xlsx", "/cijfers/2027-02/cijfers.json"]


@pytest.fixture
def frozen(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)
    return PublishedMonth.objects.get()


@pytest.fixture
def seen(client):
    """The text of a page, or the content of a file."""

    def read(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def lines_of(content: bytes) -> list[dict[str, str]]:
    header, *rows = read_csv(content)
    assert header == list(HEADER)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_before_there_are_figures_it_says_when_they_come(region, seen):
    text = seen("/cijfers/")

    assert "Er zijn nog geen cijfers." in text
    assert "De eerste zijn van januari 2027. Ze komen op 3 februari 2027." in text


def test_the_page_asks_the_six_questions_and_answers_them_with_the_newest_month(counted, seen):
    counted(FEBRUARY)
    counted(MARCH, salt=5)
    freeze_when_due(THIRD_OF_APRIL)

    text = seen("/cijfers/")

    assert all(f"{rung.number}. {rung.question}" in text for rung in LADDER)
    assert "Cijfers van maart 2027" in text
    assert 'href="/cijfers/2027-02/"' in text
    assert "Cijfers van februari 2027" in seen("/cijfers/2027-02/")


def test_a_hidden_cell_says_so_and_a_row_that_is_wholly_hidden_is_named(frozen, seen):
    text = seen("/cijfers/2027-02/")

    assert "niet getoond</td>" in text
    assert "Niet getoond: " in text


def test_the_page_is_made_from_what_stands_and_not_from_what_is_counted_now(frozen, seen):
    before = seen("/cijfers/2027-02/")
    MonthCell.objects.update(visits=77_777)
    Theme.objects.filter(slug="cybercrime").update(name="Heel iets anders")

    assert seen("/cijfers/2027-02/") == before


def test_a_month_that_is_not_frozen_has_no_page(frozen, client):
    assert client.get("/cijfers/2027-03/").status_code == 404
    assert client.get("/cijfers/2027-13/").status_code == 404


def test_a_month_that_began_halfway_says_so(region, seen):
    freeze_when_due(THIRD_OF_MARCH)

    assert "We tellen pas sinds 10 januari 2027. Het is dus geen hele maand." in seen("/cijfers/2027-01/")
    assert "geen hele maand" not in seen("/cijfers/2027-02/")


def test_a_month_without_anything_is_said_in_words(region, seen):
    freeze_when_due(THIRD_OF_MARCH)

    text = seen("/cijfers/2027-02/")
    assert "Bezoeken: niet getoond, vanwege kleine aantallen." in text
    assert "Er zijn deze maand nog geen antwoorden." in text
    assert "nog niet ingevoerd" in text


def test_what_was_not_counted_by_group_yet_is_not_known(counted, seen):
    counted(FEBRUARY)
    MonthCell.objects.all().delete()
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    assert "Bezoeken: we weten het nog niet." in seen("/cijfers/2027-02/")


def test_events_are_told_if_they_are_public_and_of_this_month(frozen, seen):
    for title, begins, is_public in (
        ("Landelijke actie", date(2027, 2, 10), True),
        ("Vertrouwelijk onderzoek", date(2027, 2, 10), False),
        ("Latere actie", date(2027, 3, 1), True),
    ):
        ContextEvent.objects.create(title=title, begins=begins, ends=begins, is_public=is_public)

    for address in ("/cijfers/2027-02/", FILES[0], FILES[2]):
        text = seen(address)
        assert "Landelijke actie" in text
        assert "Vertrouwelijk" not in text
        assert "Latere actie" not in text


def test_no_sentence_claims_more_than_its_rung_can_know(frozen):
    for answer in public_answers(frozen):
        for sentence in (answer.sentence, *answer.told):
            check_words(sentence, rung=answer.rung)


def test_pages_without_a_theme_are_not_counted_among_the_themes(frozen):
    reading = next(answer for answer in public_answers(frozen) if answer.rung is ATTENTION)

    assert reading.sentence.startswith(f"Van {Theme.objects.count()} thema's "), reading.sentence
    assert not any(told.startswith("zonder thema") for told in reading.told)


def test_when_the_next_official_figure_comes_is_not_among_what_the_figures_do_not_say(frozen):
    official = next(answer for answer in public_answers(frozen) if answer.rung is OUTCOME)

    assert not any(note.startswith("Volgend cijfer") for note in official.notes)
    assert any(told.startswith("Volgend cijfer") for told in official.told)


def test_a_file_has_a_line_for_each_figure_that_says_everything_of_itself(frozen, client):
    lines = lines_of(client.get(FILES[0]).content)

    assert len(lines) == frozen.figures.count()
    for line in lines:
        assert all(line[name] for name in ("eenheid", "hoe we tellen", "wat het niet zegt", "drempel", "bron"))
        assert bool(line["aantal"] or line["aandeel"]) == (line["staat"] == "getoond")


def test_a_file_tells_what_the_page_tells(frozen, client):
    shown = frozen.figures.filter(status="shown", count__isnull=False)

    told = {
        (line["tabel"], line["rij"], line["kolom"]): line["aantal"] for line in lines_of(client.get(FILES[0]).content)
    }
    assert {key: count for key, count in told.items() if count} == {
        (figure.table, figure.row, figure.column): str(figure.count) for figure in shown
    }


def test_a_workbook_has_the_figures_and_a_second_sheet_that_explains_them(frozen, client):
    workbook = load_workbook(BytesIO(client.get(FILES[1]).content))

    figures, explained = workbook.worksheets
    assert (figures.title, explained.title) == ("cijfers", "uitleg")
    assert figures.max_row == 1 + frozen.figures.count()
    assert {row[1].value for row in explained.iter_rows() if row[0].value == "kolom"} == set(HEADER)


def test_a_document_for_programs_has_the_rules_the_codebook_and_the_figures(frozen, client):
    document = json.loads(client.get(FILES[2]).content)

    assert document["maand"] == "2027-02"
    assert [field["name"] for field in document["schema"]["fields"]] == list(HEADER)
    assert len(document["cijfers"]) == frozen.figures.count()
    assert document["cijfers"][0].keys() == set(HEADER)
    assert document["regels"]["drempels"]["bezoeken en klikken"] == "Getoond vanaf 10."


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_saved_under_the_name_of_its_month(frozen, client, address):
    answer = client.get(address)

    ending = address.rpartition(".")[2]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="cijfers-2027-02.{ending}"'


def test_nothing_that_an_editor_typed_runs_as_a_formula(frozen, client):
    rules = frozen.rules
    rules["tables"]["meldpunten"]["rows"][0]["label"] = "=1+1"
    PublishedMonth.objects.update(rules=rules)

    assert ";'=1+1;" in client.get(FILES[0]).content.decode()


def test_fingerprints_stay_inside_for_a_small_number_can_be_guessed_from_one(frozen, seen, client):
    hashes = set(frozen.figures.values_list("inputs_hash", flat=True))
    told = "".join(seen(address) for address in ("/cijfers/2027-02/", FILES[0], FILES[2]))

    assert not any(one in told for one in hashes)


def test_a_demo_says_in_its_files_that_it_is_not_real(frozen, client):
    Installation.objects.all().delete()
    Installation.objects.create(region_name="Demo", is_demo=True)

    assert {line["bron"] for line in lines_of(client.get(FILES[0]).content)} == {"demogegevens, niet echt"}


def test_a_stored_page_needs_few_queries(frozen, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        client.get("/cijfers/2027-02/")


def test_a_workbook_is_made_once_until_what_it_tells_changes(frozen, client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    address = "/cijfers/2027-02/cijfers.xlsx"

    first, again = client.get(address), client.get(address)

    (kept,) = (tmp_path / "tables").glob("*.xlsx")
    assert kept.read_bytes() == first.content == again.content
    ContextEvent.objects.create(title="Actie van de politie", begins=FEBRUARY, is_public=True)
    assert client.get(address).content != first.content
    assert len(list((tmp_path / "tables").glob("*.xlsx"))) == 2
