"""The report of what is offered, as people of the region and of a municipality see it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, QuizIndexPage
from doelgroepen.models import TargetGroup
from tests.conftest import make_user

ADDRESSES = ["offer", "offer_csv"]


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


def told(client, user, address: str = "offer", **query) -> str:
    client.force_login(user)
    answer = client.get(reverse(address), query)
    assert answer.status_code == 200
    return (answer.getvalue() if answer.streaming else answer.content).decode()


def test_what_lacks_is_said_in_words_beside_its_sign(client, reader, cybercrime, young):
    screen = told(client, reader)

    assert "Cybercrime, Jongeren: geen nagekeken pagina en geen nagekeken quiz, in de hele regio." in screen
    assert "✗ ontbreekt: pagina en quiz" in screen
    assert 'data-state="lacking"' in screen


def test_what_is_there_and_looked_over_is_in_order(client, reader, write, ask):
    write(), ask()

    screen = told(client, reader)

    assert "✓ in orde" in screen
    assert "1 pagina, 1 quiz<" in screen
    assert "Hier ontbreekt iets" not in screen
    assert "Alles is op tijd nagekeken." in screen


def test_the_table_has_heads_for_its_rows_and_columns(client, reader, cybercrime, young):
    screen = told(client, reader)

    assert '<th scope="col">Cybercrime</th>' in screen
    assert '<th scope="row">Jongeren' in screen
    assert "rode draad" in screen


def test_a_cell_leads_to_its_pages_and_to_making_one(client, regional_editor, write, cybercrime, young):
    page = write("Ken je grens", days_ago=400)

    screen = told(client, regional_editor, gemeente="regio", thema="cybercrime", doelgroep="jongeren")

    assert "?gemeente=regio&amp;thema=cybercrime&amp;doelgroep=jongeren#gekozen" in screen
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in screen
    assert "te lang niet nagekeken (trucs van oplichters: elk half jaar)" in screen
    for index, made in ((ArticleIndexPage, "articlepage"), (QuizIndexPage, "quizpage")):
        parent = index.objects.get(municipality=None)
        address = reverse("wagtailadmin_pages:add", args=["content", made, parent.pk])
        assert f"{address}?thema=cybercrime&amp;doelgroep=jongeren" in screen


def test_an_editor_of_stein_begins_with_stein_and_makes_pages_there(client, editor_of_stein, stein, write):
    write("Steins", place=stein), write("Van de regio", days_ago=None)

    screen = told(client, editor_of_stein, thema="cybercrime", doelgroep="jongeren")

    assert '<option value="stein" selected>' in screen
    assert "Steins" in screen
    own, regional = (ArticleIndexPage.objects.get(municipality=place) for place in (stein, None))
    assert reverse("wagtailadmin_pages:add", args=["content", "articlepage", own.pk]) in screen
    assert reverse("wagtailadmin_pages:add", args=["content", "articlepage", regional.pk]) not in screen
    assert "Van de regio</th>" in screen, "what the region must look over is told, without a way to do it"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", [{}, {"gemeente": "beek"}, {"gemeente": "regio"}, {"gemeente": "\x00"}])
def test_an_editor_of_stein_gets_nothing_of_beek(client, editor_of_stein, write, beek, address, query):
    write("Geheim van Beek", place=beek, days_ago=None)
    TargetGroup.objects.create(name="Ouders in Beek", self_description="ouder", municipality=beek)

    screen = told(client, editor_of_stein, address, **query)

    assert "Geheim van Beek" not in screen
    assert "Ouders in Beek" not in screen


def test_a_reader_of_all_figures_looks_at_every_municipality(client, reader, write, beek):
    write("Beeks", place=beek)

    screen = told(client, reader, gemeente="beek", thema="cybercrime", doelgroep="jongeren")

    assert "Beeks" in screen
    assert "Maak een pagina" not in screen


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_may_not_see_figures_is_refused(client, home, address):
    client.force_login(make_user("buitenstaander"))

    assert client.get(reverse(address)).status_code in {302, 403}


def test_the_export_has_a_line_for_each_cell_of_each_place_and_runs_no_formula(client, reader, write, young):
    write()
    young.name = "=Jongeren"
    young.save()

    lines = told(client, reader, "offer_csv").splitlines()

    assert lines[0].endswith("oordeel;ontbreekt")
    assert lines[1] == "Hele regio;'=Jongeren;ja;Cybercrime;1;0;0;ontbreekt;quiz"
    assert [line.split(";")[0] for line in lines[1:]] == ["Hele regio", "Beek", "Stein"]


def test_a_region_without_themes_says_so(client, reader):
    assert "Er zijn nog geen thema's of doelgroepen." in told(client, reader).replace("&#x27;", "'")


def test_the_number_of_questions_does_not_grow_with_pages(
    client, regional_editor, write, django_assert_max_num_queries
):
    client.force_login(regional_editor)
    write("Een", days_ago=None)
    client.get(reverse("offer"))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("offer"))
    for number in range(25):
        write(f"Meer {number}", days_ago=None)

    with django_assert_max_num_queries(len(few)):
        client.get(reverse("offer"))
