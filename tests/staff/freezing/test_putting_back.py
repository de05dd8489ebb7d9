"""Pages go back to what readers saw before the account was taken over, and nothing of what was written is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.staff.freezing.errands import COVERED, DRAFT, OF_OTHERS, OFFLINE
from campagne.staff.freezing.errands import errands_after as errands
from campagne.staff.freezing.going_back import NO_VERSION, NOT_YOURS, going_back
from campagne.staff.freezing.putting_back import put_back
from tests.conftest import make_user
from tests.staff.freezing.conftest import BEFORE, written


def all_back(account, since, by) -> list[str]:
    return list(put_back(going_back(account, since, by)[0], by))


def now(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk)


def advice(account, since) -> dict[str, str]:
    return {errand.title: errand.advice for errand in errands(account, since)}


def test_a_page_goes_back_to_what_readers_saw_and_the_false_text_stays_among_its_versions(
    taken, boss, article, since, regional_editor
):
    page = article("Veilig bellen")
    written(page, "Nog niet klaar.", regional_editor, publish=False)
    page.revisions.update(created_at=timezone.now() - BEFORE)
    false = written(page, "Bel 0900-vals.", taken).live_revision

    assert all_back(taken, since, boss) == [""]

    back = now(page)
    assert (back.summary, back.live_revision.user) == ("Zo was het.", boss)
    assert back.revisions.get(pk=false.pk).as_object().summary == "Bel 0900-vals."
    line = PageLogEntry.objects.filter(page=page.pk, action="wagtail.revert").latest("pk")
    assert line.user == boss
    assert (going_back(taken, since, boss), errands(taken, since)) == (([], []), [])


def test_what_the_account_wrote_before_it_was_taken_over_is_as_good_as_anybodys(taken, boss, article, since):
    page = written(article("Veilig bellen"), "Nieuwer, en goed.", taken)
    page.revisions.update(created_at=timezone.now() - BEFORE)
    PageLogEntry.objects.update(timestamp=timezone.now() - BEFORE)
    written(page, "Vals.", taken)

    all_back(taken, since, boss)

    assert now(page).summary == "Nieuwer, en goed."


def test_a_page_that_the_account_made_is_taken_offline_and_kept(taken, boss, home, since):
    page = ArticlePage(title="Win een telefoon", slug="win", summary="Klik.", live=False, owner=taken)
    ArticleIndexPage.objects.child_of(home).get().add_child(instance=page)
    page.save_revision(user=taken).publish(user=taken)

    assert all_back(taken, since, boss) == [""]

    assert not now(page).live
    assert PageLogEntry.objects.get(page=page.pk, action="wagtail.unpublish").user == boss


def test_a_version_that_waited_for_its_moment_goes_back_at_once(taken, boss, article, since):
    page = article("Veilig bellen")
    version = page.latest_revision
    version.content["go_live_at"] = (timezone.now() + timedelta(days=9)).isoformat()
    version.save()
    written(page, "Vals.", taken)

    all_back(taken, since, boss)

    assert (now(page).live, now(page).summary) == (True, "Zo was het.")


def test_one_that_cannot_go_back_keeps_no_other(taken, boss, article, since):
    pages = [article("Eerste"), article("Tweede")]
    for page in pages:
        other = page.get_latest_revision_as_object()
        other.slug, other.summary = f"vals-{page.slug}", "Vals."
        other.save_revision(user=taken).publish(user=taken)
    article("Derde")
    ArticlePage.objects.filter(title="Derde").update(slug="eerste")

    first, second = all_back(taken, since, boss)

    assert first.startswith("‘Eerste’ ging niet terug:")
    assert (second, now(pages[1]).summary, now(pages[0]).summary) == ("", "Zo was het.", "Vals.")


def test_what_cannot_go_back_by_itself_says_what_to_do(taken, article, since, regional_editor, beek):
    covered, planned, draft, offline, moved, gone = (
        article(title) for title in ("Bedekt", "Van een ander", "Concept", "Offline", "Verhuisd", "Weg")
    )
    written(written(covered, "Vals.", taken), "Weer goed.", regional_editor)
    written(planned, "Van een collega.", regional_editor, publish=False).latest_revision.publish(user=taken)
    written(draft, "Vals.", taken, publish=False)
    offline.unpublish(user=taken)
    moved.move(ArticleIndexPage.objects.descendant_of(beek.page).get(), pos="last-child", user=taken)
    gone.delete(user=taken)

    told = advice(taken, since)

    assert told["Bedekt"] == COVERED
    assert told["Van een ander"] == OF_OTHERS
    assert told["Concept"] == DRAFT
    assert told["Offline"] == OFFLINE
    assert told["Verhuisd"].startswith("Verplaatst uit ‘Lezen’.")
    assert told["Weg"].startswith("Verwijderd. Zet deze pagina terug uit een backup")
    now(moved).move(article("Op de oude plek"), pos="right", user=regional_editor)
    assert "Verhuisd" not in advice(taken, since)


@pytest.mark.parametrize("reason", [NOT_YOURS, NO_VERSION])
def test_what_may_not_or_cannot_be_published_is_told_and_left_alone(taken, boss, article, since, reason):
    page = article("Veilig bellen")
    if reason == NO_VERSION:
        ArticlePage.objects.filter(pk=page.pk).update(live_revision=None, latest_revision=None)
        page.revisions.all().delete()
        page = now(page)
    written(page, "Vals.", taken)
    by = make_user("zonder-paginas") if reason == NOT_YOURS else boss

    returns, errands_left = going_back(taken, since, by)

    assert (returns, [errand.advice for errand in errands_left]) == ([], [reason])
    assert now(page).summary == "Vals."
