"""Screens: who sees figures may look, who works for the region may bring in, and first look, then write."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campagne.measurement.models import Indicator, Observation, OfficialFile, Region
from campagne.measurement.official import import_form
from campagne.measurement.official.reading import file as reader
from tests.conftest import make_user
from tests.measurement.official.tables import PROPERTIES, REGIONS, SAMPLE, VICTIMS, as_json, compact, margins, wide

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TO_LOOK_AT, TO_ENTER = ["official", "official_vintages"], ["official_import", "official_enter"]


@pytest.fixture
def mine(client, regional_editor):
    client.force_login(regional_editor)
    return client


def upload(content: bytes, name: str = "tabel.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("address", TO_LOOK_AT)
def test_readers_and_editors_of_a_municipality_may_look(client, editor_of_stein, address):
    for user in (editor_of_stein, make_user("burgemeester", Group.objects.get(name="Lezer"))):
        client.force_login(user)

        answer = client.get(reverse(address))

        assert answer.status_code == 200
        assert reverse("official_import") not in answer.content.decode()


@pytest.mark.parametrize("address", TO_ENTER)
def test_only_who_works_for_the_region_may_bring_in(client, editor_of_stein, address):
    for user in (editor_of_stein, make_user("burgemeester", Group.objects.get(name="Lezer"))):
        client.force_login(user)
        answers = [
            client.get(reverse(address)),
            client.post(reverse(address), {"files": upload(SAMPLE.read_bytes()), "bring": "1"}),
        ]
        assert {answer.status_code for answer in answers} <= {302, 403}

    assert Observation.objects.count() == 0


@pytest.mark.parametrize("address", TO_LOOK_AT + TO_ENTER)
def test_who_may_not_see_figures_sees_nothing(client, home, address):
    for group in (None, Group.objects.get(name="Incidentredacteur")):
        client.force_login(make_user(f"iemand-{group}", group))
        assert client.get(reverse(address)).status_code in {302, 403}


def test_somebody_looks_first_and_then_brings_in(mine):
    looked = mine.post(reverse("official_import"), {"files": upload(SAMPLE.read_bytes(), "steekproef.csv")})
    assert "Neem 27 cijfers over" in looked.content.decode()
    assert "15,6 procent (tussen 15,4 en 15,9)" in looked.content.decode()
    assert Observation.objects.count() == 0

    brought = mine.post(reverse("official_import"), {**looked.context["again"], "bring": "1"}, follow=True)

    assert "27 cijfers overgenomen" in brought.content.decode()
    assert "Nederland in 2023" in brought.content.decode()
    assert OfficialFile.objects.get().name == "steekproef.csv"
    assert Observation.objects.count() == 27


def test_a_second_time_there_is_nothing_to_say_yes_to(mine):
    for _ in range(2):
        looked = mine.post(reverse("official_import"), {"files": upload(SAMPLE.read_bytes())})
        mine.post(reverse("official_import"), {**looked.context["again"], "bring": "1"})

    assert "stond er al" in looked.content.decode()
    assert 'name="bring"' not in looked.content.decode()
    assert (Observation.objects.count(), OfficialFile.objects.count()) == (27, 1)


def test_a_revision_says_what_it_was(mine, brought):
    brought(compact("Nederland;Waarde;2023;15,6;46,2;17,0"))

    looked = mine.post(reverse("official_import"), {"files": upload(compact("Nederland;Waarde;2023;15,8;46,2;17,0"))})

    assert "was: 15,6 procent" in looked.content.decode()


def test_what_contradicts_itself_cannot_be_said_yes_to(mine):
    content = compact("Nederland;Waarde;2023;15,6;146,2;17,0")
    looked = mine.post(reverse("official_import"), {"files": upload(content)})
    page = looked.content.decode()
    assert "spreekt zichzelf tegen" in page
    assert "Er gebeurt niets" in page
    assert "Dit gaat er gebeuren" not in page
    assert ">nieuw<" not in page
    assert "</strong> nieuw" not in page
    assert "15,6 procent" in page
    assert 'name="bring"' not in page

    answer = mine.post(reverse("official_import"), {**looked.context["again"], "bring": "1"}, follow=True)

    assert "Er is niets overgenomen." in answer.content.decode()
    assert Observation.objects.count() == 0


def test_a_year_that_has_not_ended_is_not_taken_over(mine):
    content = compact("Nederland;Waarde;2999;15,6;46,2;17,0")

    page = mine.post(reverse("official_import"), {"files": upload(content)}).content.decode()

    assert "‘2999’ is nog niet geweest" in page
    assert "geen enkel cijfer dat we kunnen overnemen" in page
    assert 'name="bring"' not in page


def test_documents_of_one_table_are_chosen_together(mine):
    rows = margins(Slachtoffers_132=(15.6, 15.4, 15.9))
    files = [upload(as_json(each), f"{n}.json") for n, each in enumerate((PROPERTIES, wide(*rows), REGIONS))]

    looked = mine.post(reverse("official_import"), {"files": files})

    assert "Neem 1 cijfer over" in looked.content.decode()
    assert looked.context["again"]["name"] == "0.json, 1.json, 2.json"


def test_a_file_that_is_too_large_for_a_form_is_chosen_again(mine, monkeypatch):
    monkeypatch.setattr(import_form, "MOST_BYTES_IN_A_FORM", 10)
    looked = mine.post(reverse("official_import"), {"files": upload(SAMPLE.read_bytes())})
    again = looked.context["again"]
    assert again["folded"] == ""
    assert "nog een keer" in looked.content.decode()

    other = mine.post(
        reverse("official_import"), {**again, "bring": "1", "files": upload(compact("Nederland;x;1;1;1;1"))}
    )
    assert "ander bestand" in other.content.decode()
    mine.post(reverse("official_import"), {**again, "bring": "1", "files": upload(SAMPLE.read_bytes())})

    assert Observation.objects.count() == 27


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        pytest.param({}, "Kies een bestand.", id="nothing"),
        pytest.param({"folded": "AAAA"}, "kwam niet heel over", id="something else folded"),
        pytest.param({"files": b"\x00\xff"}, "geen gewone tekst", id="no text"),
        pytest.param({"files": b"PK\x03\x04"}, "geen gewoon kantoordocument", id="no workbook"),
        pytest.param({"files": b"{"}, "niet heel", id="broken JSON"),
        pytest.param({"files": b"a;b\n1;2"}, "geen rij met een kolom voor het gebied", id="another table"),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(mine, sent, why):
    if "files" in sent:
        sent = {"files": upload(sent["files"])}

    answer = mine.post(reverse("official_import"), sent)

    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_a_file_that_is_far_too_large_is_refused_before_it_is_read(mine, monkeypatch):
    monkeypatch.setattr(reader, "MOST_BYTES", 100)
    monkeypatch.setattr(reader, "together", None)

    answer = mine.post(reverse("official_import"), {"files": upload(SAMPLE.read_bytes())})

    assert "We lezen er hoogstens" in answer.content.decode()


def test_200_megabytes_are_refused_before_they_arrive(mine):
    answer = mine.post(
        reverse("official_import"), {"files": upload(b"x")}, CONTENT_LENGTH=str(200 * 1024**2), follow=False
    )

    assert answer.status_code == 413
    assert "hoogstens 10 MB" in answer.content.decode()


def entry(**changes) -> dict:
    of_whom = {
        "indicator": Indicator.objects.get(slug=VICTIMS).pk,
        "region": Region.objects.get(name="Westelijke Mijnstreek").pk,
    }
    figure = {"period": "2023", "value": "16,2", "low": "12,0", "high": "21,0", "status": "ok"}
    return {**of_whom, **figure, "source_url": "https://www.cbs.nl/", **changes}


def test_a_figure_is_entered_by_hand_and_stands_beside_the_others(mine):
    answer = mine.post(reverse("official_enter"), entry(rests_on="312"), follow=True)

    assert "16,2 procent (tussen 12,0 en 21,0)" in answer.content.decode()
    assert Observation.objects.get().rests_on == 312

    mine.post(reverse("official_enter"), entry(value="16,4"))
    assert "(vervangen)" in mine.get(reverse("official_vintages"), {"indicator": VICTIMS}).content.decode()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"value": "21,5"}, "ligt niet tussen de grenzen", id="bounds that do not enclose"),
        pytest.param({"value": "116,2", "high": "121"}, "geen percentage", id="over 100"),
        pytest.param({"high": ""}, "maar één grens", id="one bound"),
        pytest.param({"period": "2019"}, "anders bepaald", id="before the break"),
        pytest.param({"period": "voorjaar"}, "Schrijf bijvoorbeeld 2023", id="no period"),
        pytest.param({"period": "2999"}, "‘2999’ is nog niet geweest", id="a year ahead"),
        pytest.param({"period": "2999-01"}, "‘2999-01’ is nog niet geweest", id="a month ahead"),
        pytest.param({"value": "zestien"}, "is geen getal", id="no number"),
        pytest.param({"value": "."}, "Kies dat bij de stand", id="a dot"),
        pytest.param({"value": "", "low": "", "high": ""}, "Vul een getal in", id="nothing"),
        pytest.param({"status": "unreliable"}, "hoort geen waarde", id="a value that is withheld"),
        pytest.param({"source_url": ""}, "waar het cijfer vandaan komt", id="no source"),
        pytest.param({"source_url": "javascript:alert(1)"}, "geldige URL", id="no address"),
        pytest.param({"region": "999999"}, "Er is niets opgeslagen", id="no such area"),
        pytest.param({"value": "\x00"}, "Er is niets opgeslagen", id="a NUL byte"),
    ],
)
def test_a_figure_that_cannot_be_right_is_refused_in_dutch(mine, changes, why):
    answer = mine.post(reverse("official_enter"), entry(**changes))

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert Observation.objects.count() == 0


def test_that_there_is_no_figure_can_be_entered_too(mine):
    mine.post(reverse("official_enter"), entry(value="", low="", high="", status="unreliable"))

    assert Observation.objects.get().value is None


def test_the_same_figure_is_not_entered_twice(mine):
    mine.post(reverse("official_enter"), entry())

    assert "staat er al, precies zo" in mine.post(reverse("official_enter"), entry()).content.decode()
    assert Observation.objects.count() == 1


@pytest.mark.parametrize("query", [{"indicator": "x"}, {"indicator": "\x00"}, {"region": "9" * 40}])
def test_an_odd_address_opens_an_empty_screen(mine, query):
    for address in (*TO_LOOK_AT, *TO_ENTER):
        assert mine.get(reverse(address), query).status_code == 200


def test_an_empty_region_says_so_and_leads_to_the_form(mine):
    page = mine.get(reverse("official")).content.decode()

    assert "nog niet ingevoerd" in page
    assert "Een afname van de slachtoffers cybercrime naar onder het landelijke gemiddelde" in page
    assert f"{reverse('official_enter')}?indicator=" in page
    assert "kan niet aan deze campagne worden toegeschreven" in page


def test_names_of_columns_are_written_one_on_a_line_and_belong_to_one_indicator(mine):
    victims = Indicator.objects.get(slug=VICTIMS)
    screen = mine.get(reverse("wagtailsnippets_measurement_indicator:edit", args=[victims.pk]))
    form = {name: value for name, value in screen.context["form"].initial.items() if value is not None}

    def save(columns: str):
        address = reverse("wagtailsnippets_measurement_indicator:edit", args=[victims.pk])
        answer = mine.post(address, {**form, "theme": "", "columns": columns})
        victims.refresh_from_db()
        return answer.content.decode()

    save("Onveilig > Slachtoffers\n\n  totaal_slachtoffers_pct \nOnveilig > Slachtoffers")
    assert victims.columns == ["Onveilig > Slachtoffers", "totaal_slachtoffers_pct"]

    assert "staat al bij" in save("melding_pct_slachtoffers")
    assert victims.columns == ["Onveilig > Slachtoffers", "totaal_slachtoffers_pct"]
