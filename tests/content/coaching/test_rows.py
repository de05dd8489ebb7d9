"""A text that did not change is read once, and one that did is read anew."""

import pytest

from campagne.content.coaching import rows
from campagne.content.coaching.rows import rows_for
from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.language.models import HardWord
from doelgroepen.models import TargetGroup

pytestmark = pytest.mark.django_db
HARD = "Indien u niet reeds gebeld heeft, dient u dit onverwijld te doen."


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The titles of the pages that are read, in order."""
    titles: list[str] = []

    def reading_of(page, words):
        titles.append(page.title)
        return original(page, words)

    original = rows.reading_of
    monkeypatch.setattr(rows, "reading_of", reading_of)
    return titles


@pytest.fixture
def article(home, publish):
    index = ArticleIndexPage.objects.child_of(home).get()
    return publish(index, ArticlePage(title="Bellen", slug="bellen", summary=HARD))


@pytest.fixture
def draft(home, article):
    """What was never published, as its editor left it."""
    index = ArticleIndexPage.objects.child_of(home).get()
    page = index.add_child(instance=ArticlePage(title="Concept", slug="concept", summary=HARD, live=False))
    page.save_revision()
    return page


@pytest.fixture
def before(regional_editor, article, draft, read):
    """Everything was looked at once."""
    found = rows_for(regional_editor)
    read.clear()
    return found


def of(title, found):
    return next(row for row in found if row.title == title)


def test_a_second_look_reads_nothing_and_says_the_same(regional_editor, before, read):
    assert rows_for(regional_editor) == before
    assert read == []


def test_a_second_look_asks_for_no_texts(regional_editor, before, django_assert_max_num_queries):
    with django_assert_max_num_queries(9) as asked:
        rows_for(regional_editor)

    assert not any("content_articlepage" in query["sql"] for query in asked)


def test_a_page_that_is_published_anew_is_read_anew_and_no_other(regional_editor, article, before, read):
    article.summary = "Bel de bank."
    article.save_revision().publish()

    assert of("Bellen", rows_for(regional_editor)).hard_words == []
    assert read == ["Bellen"]


def test_a_draft_that_is_saved_anew_is_read_anew_and_no_other(regional_editor, draft, before, read):
    draft.title = "Concept twee"
    draft.save_revision()

    assert of("Concept twee", rows_for(regional_editor)).is_draft
    assert read == ["Concept twee"]


def test_a_page_that_is_taken_away_leaves_the_report(regional_editor, article, before):
    article.delete()

    assert "Bellen" not in {row.title for row in rows_for(regional_editor)}


def test_another_list_of_words_reads_all_anew(regional_editor, before, read):
    HardWord.objects.create(word="bellen", simpler="opbellen")

    assert "gebeld" in of("Bellen", rows_for(regional_editor)).hard_words
    assert len(read) == len(before)


def test_a_group_that_reads_otherwise_reads_all_anew(regional_editor, before, read):
    TargetGroup.objects.create(name="Starters", self_description="Ik begin", reading_level="A2")

    rows_for(regional_editor)

    assert len(read) == len(before)


def test_what_somebody_read_gives_another_no_drafts_and_no_right_to_edit(
    regional_editor, editor_of_stein, before, read
):
    theirs = rows_for(editor_of_stein)

    assert "Concept" not in {row.title for row in theirs}
    assert of("Bellen", before).may_edit
    assert not of("Bellen", theirs).may_edit
    assert read == []


def test_a_page_of_which_nobody_knows_when_it_changed_is_read_each_time(regional_editor, home, before, read):
    index = ArticleIndexPage.objects.child_of(home).get()
    page = index.add_child(instance=ArticlePage(title="Zo", slug="zo", summary=HARD))
    rows_for(regional_editor)
    page.summary = "Kort."
    page.save()

    assert of("Zo", rows_for(regional_editor)).hard_words == []
    assert read == ["Zo", "Zo"]
