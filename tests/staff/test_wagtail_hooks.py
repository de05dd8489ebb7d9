"""The menus of the admin offer what somebody can use."""


def test_the_help_menu_has_help_and_no_news_of_wagtail(client, editor_of_stein):
    client.force_login(editor_of_stein)

    page = client.get("/beheer/").content.decode()

    assert "keyboard-shortcuts" in page
    assert "whats-new" not in page
