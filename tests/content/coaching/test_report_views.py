"""The report over all pages: who sees which, in how many queries, and as a file that runs nothing."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.text import slugify

from campagne.content.coaching.rows import rows_for
from campagne.content.models import ArticleIndexPage, ArticlePage, EasyText, ModuleIndexPage, ModulePage
from doelgroepen.models import TargetGroup
from tests.content.coaching.test_passages import stream

pytestmark = pytest.mark.django_db
HARD = "Indien u niet reeds gebeld heeft, dient u dit onverwijld te doen."


def article(place, title, **fields):
    index = ArticleIndexPage.objects.descendant_of(place.page).get()
    page = ArticlePage(title=title, slug=slugify(title), summary=fields.pop("summary", "Kort."), **fields)
    index.add_child(instance=page)
    page.save_revision()
    return page


def report(client, user, **query) -> str:
    client.force_login(user)
    return client.get(reverse("language_report"), query).content.decode()


@pytest.fixture
def pages(stein, beek):
    """Of each municipality a published page and a draft; that of Beek was changed after its first draft."""
    found = [article(stein, "Steinlive", summary=HARD), article(stein, "Steinconcept", live=False)]
    found += [article(beek, "Beeklive"), article(beek, "Beekconcept", live=False)]
    found[3].title, found[3].summary = "Beekgeheim", HARD
    found[3].save_revision()
    return found


def test_an_editor_sees_what_is_published_and_the_drafts_of_the_own_municipality(client, editor_of_stein, pages):
    text = report(client, editor_of_stein)

    assert all(title in text for title in ("Steinlive", "Steinconcept", "Beeklive"))
    assert "Beekconcept" not in text
    assert "Beekgeheim" not in text
    assert "Beekgeheim" not in report(client, editor_of_stein, gemeente="beek")
    assert reverse("wagtailadmin_pages:edit", args=[pages[2].pk]) not in text
    assert reverse("wagtailadmin_pages:edit", args=[pages[0].pk]) in text


def test_a_draft_is_read_as_it_was_saved_last(client, editor_of_beek, pages):
    text = report(client, editor_of_beek, gemeente="beek")

    assert "Beekgeheim" in text
    assert "Beekconcept" not in text
    assert "indien, reeds, onverwijld" in text
    assert "Steinlive" not in text


def test_what_was_not_tested_and_what_is_stale_is_said(client, regional_editor, stein):
    page = article(stein, "Getest", tested_with="taalgroep van de bibliotheek")
    EasyText.objects.create(page=page, title="Bel", body=stream(), source_changed_on="2026-11-02")

    text = report(client, regional_editor, gemeente="stein")

    assert "met taalgroep van de bibliotheek" in text
    assert "bron gewijzigd op 02-11-2026" in text
    assert "nog niet getest" in text


@pytest.mark.parametrize("query", ["sorteer=-flesch", "sorteer=x", "gemeente=x", "blad=99", "blad=x"])
def test_every_choice_gives_a_screen(client, regional_editor, pages, query):
    assert "Steinlive" in report(client, regional_editor, **dict([query.split("=")]))


def test_the_region_alone_can_be_chosen(client, regional_editor, pages):
    assert "Steinlive" not in report(client, regional_editor, gemeente="regio")


def test_who_writes_no_pages_gets_nothing(client, home, django_user_model):
    reader = django_user_model.objects.create_user("lezer")
    reader.groups.add(Group.objects.get(name="Lezer"))
    client.force_login(reader)

    for name in ("language_report", "language_report_csv"):
        assert client.get(reverse(name)).status_code in {302, 403}


@pytest.mark.once
def test_the_file_runs_nothing_and_leaves_out_what_is_anothers(client, editor_of_stein, pages, stein):
    article(stein, "=HYPERLINK", summary="Kort.")
    client.force_login(editor_of_stein)

    answer = client.get(reverse("language_report_csv"), {"sorteer": "pagina"})
    lines = b"".join(answer).decode("utf-8-sig").splitlines()

    assert lines[0].startswith("Pagina;Gemeente;Woorden per zin;")
    assert any(line.startswith("'=HYPERLINK;Stein;") for line in lines)
    assert not any("Beekgeheim" in line for line in lines)
    assert "no-store" in answer.headers["Cache-Control"]


def test_fifty_pages_take_few_queries(regional_editor, stein, django_assert_max_num_queries):
    group = TargetGroup.objects.create(name="Ouders", slug="ouders")
    for number in range(50):
        kind, index = (ArticlePage, ArticleIndexPage) if number % 2 else (ModulePage, ModuleIndexPage)
        page = kind(title=f"Pagina {number}", slug=f"pagina-{number}", summary=HARD, live=number % 5 > 0)
        index.objects.descendant_of(stein.page).get().add_child(instance=page)
        page.target_groups.add(group)
        page.save()
        page.save_revision()

    with django_assert_max_num_queries(13):
        rows = rows_for(regional_editor)

    assert len([row for row in rows if row.title.startswith("Pagina")]) == 50
    assert {row.hard_words[0] for row in rows if row.title.startswith("Pagina")} == {"indien"}
