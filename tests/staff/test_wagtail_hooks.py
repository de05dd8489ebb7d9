"""The menus and choosers of the admin offer what somebody can use."""

import pytest

from campagne.content.models import ArticleIndexPage, ArticlePage


def test_the_help_menu_has_help_and_no_news_of_wagtail(client, editor_of_stein):
    client.force_login(editor_of_stein)

    page = client.get("/beheer/").content.decode()

    assert "keyboard-shortcuts" in page
    assert "whats-new" not in page


@pytest.fixture
def draft_of_beek(beek):
    index = ArticleIndexPage.objects.descendant_of(beek.page).get()
    return index.add_child(instance=ArticlePage(title="Nog geheim", slug="nog-geheim", summary="Later.", live=False))


@pytest.mark.parametrize("address", ["/beheer/choose-page/{}/", "/beheer/choose-page/search/?q=geheim"])
def test_a_draft_can_be_chosen_by_who_works_on_it(
    client, editor_of_stein, editor_of_beek, regional_editor, draft_of_beek, address
):
    shown = {}
    for user in (editor_of_stein, editor_of_beek, regional_editor):
        client.force_login(user)
        answer = client.get(address.format(draft_of_beek.get_parent().pk))
        shown[user] = draft_of_beek.title in answer.content.decode()

    assert shown == {editor_of_stein: False, editor_of_beek: True, regional_editor: True}


def test_moving_is_refused_before_the_page_is_named(client, editor_of_stein, draft_of_beek, stein):
    client.force_login(editor_of_stein)

    answer = client.get(f"/beheer/pages/{draft_of_beek.pk}/move/{stein.page.pk}/confirm/", follow=True)

    assert draft_of_beek.title not in answer.content.decode()
