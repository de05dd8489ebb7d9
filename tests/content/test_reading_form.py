"""A page for people who read at A2 is not published without an easy text, and its editor reads why."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.content.reading_form import why_not_published
from doelgroepen.models import ReadingLevel, TargetGroup

pytestmark = pytest.mark.django_db

WHY = "Deze pagina is voor laaggeletterden."
EASY = {"title": "Hang op", "body": streamfield([("text", rich_text("<p>Hang op.</p>"))])}


@pytest.fixture
def slow_readers(home) -> TargetGroup:
    return TargetGroup.objects.create(
        name="Laaggeletterden", self_description="Ik lees liever makkelijk", reading_level=ReadingLevel.EASY
    )


@pytest.fixture
def editor(client, regional_editor):
    client.force_login(regional_editor)
    return client


def filled_in(*, groups=(), easy=(), old=0, action="publish", **more) -> dict:
    form = {
        "title": "De bank belt",
        "slug": "de-bank-belt",
        "summary": "Hang op.",
        "easy_texts": inline_formset(list(easy), initial=old),
        **{name: streamfield([]) for name in ("body", "next_step", "sources")},
        "comments": inline_formset([]),
        **({f"action-{action}": "1"} if action else {}),
        **more,
    }
    return {**nested_form_data(form), "target_groups": [group.pk for group in groups]}


def add(editor, **told):
    index = ArticleIndexPage.objects.filter(municipality=None).get()
    return editor.post(f"/beheer/pages/add/content/articlepage/{index.pk}/", filled_in(**told))


def found() -> Page | None:
    return Page.objects.type(ArticlePage).filter(slug="de-bank-belt").first()


@pytest.mark.once
@pytest.mark.parametrize(
    ("level", "is_easy", "has_easy_text", "is_published"),
    [
        pytest.param(ReadingLevel.EASY, False, False, False, id="an ordinary page for slow readers"),
        pytest.param(ReadingLevel.EASY, True, False, True, id="a page that is easy itself"),
        pytest.param(ReadingLevel.EASY, False, True, True, id="a page with an easy text"),
        pytest.param(ReadingLevel.PLAIN, False, False, True, id="a page for others"),
    ],
)
def test_who_reads_at_a2_gets_a_text_at_a2(level, is_easy, has_easy_text, is_published):
    group = TargetGroup(name="Laaggeletterden", reading_level=level)

    reason = why_not_published([group], is_easy=is_easy, has_easy_text=has_easy_text)

    assert bool(reason) != is_published


def test_publishing_without_is_refused_with_a_sentence_at_the_easy_text(editor, slow_readers):
    answer = add(editor, groups=[slow_readers])

    assert found() is None
    [error] = answer.context["form"].formsets["easy_texts"].non_form_errors()
    assert error.startswith(WHY)
    assert WHY in answer.content.decode()


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"easy": [EASY]}, id="with an easy text"),
        pytest.param({"is_easy": "on"}, id="easy itself"),
        pytest.param({"action": ""}, id="as a draft"),
    ],
)
def test_otherwise_it_is_saved(editor, slow_readers, told):
    add(editor, groups=[slow_readers], **told)

    assert found().live == (told.get("action") != "")


@pytest.fixture
def approval(home) -> Workflow:
    """Somebody approves every page of the site before it is published."""
    workflow = Workflow.objects.create(name="Vier ogen")
    task = GroupApprovalTask.objects.create(name="Nakijken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)
    return workflow


def test_handing_in_for_approval_is_refused_as_well(editor, slow_readers, approval):
    add(editor, groups=[slow_readers], action="submit")

    assert found() is None


def test_what_was_handed_in_keeps_its_easy_text_until_it_is_approved(editor, slow_readers, approval):
    add(editor, groups=[slow_readers], easy=[EASY], action="submit")
    page = ArticlePage.objects.get(slug="de-bank-belt")
    assert page.workflow_in_progress
    gone = [{**EASY, "id": page.easy_text.pk, "DELETE": "on"}]

    answer = editor.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        filled_in(groups=[slow_readers], easy=gone, old=1, action=""),
    )

    assert WHY in answer.content.decode()
    assert ArticlePage.objects.get(slug="de-bank-belt").easy_text is not None


def test_planning_for_later_is_refused_as_well(editor, slow_readers):
    add(editor, groups=[slow_readers], go_live_at="2030-01-01 10:00")

    assert found() is None


def test_a_draft_cannot_be_published_from_the_list_and_the_editor_reads_why(editor, slow_readers):
    add(editor, groups=[slow_readers], action="")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = editor.post(f"{address}?id={found().pk}&next=/beheer/", {"include_descendants": ""}, follow=True)

    assert not found().live
    assert WHY in answer.content.decode()


def test_an_easy_text_is_in_step_until_its_page_changes(editor, slow_readers):
    add(editor, groups=[slow_readers], easy=[EASY], easy_compared="on")
    page = ArticlePage.objects.get(slug="de-bank-belt")
    assert page.is_easy_text_in_step
    assert page.source_changed_on is None

    change(editor, page, summary="Hang altijd op.")
    page = ArticlePage.objects.get(slug="de-bank-belt")
    assert not page.is_easy_text_in_step
    assert page.source_changed_on == page.easy_text.source_changed_on
    assert "Bron gewijzigd op" in editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    change(editor, page, summary="Hang altijd op.", easy_compared="on")
    page = ArticlePage.objects.get(slug="de-bank-belt")
    assert page.is_easy_text_in_step


def change(editor, page, **more):
    easy = [{**EASY, "id": page.easy_text.pk}]
    groups = list(page.target_groups.all())
    posted = filled_in(groups=groups, easy=easy, old=1, **more)
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted)
