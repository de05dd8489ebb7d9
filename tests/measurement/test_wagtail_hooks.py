"""Staff can look at a page without being counted."""


def test_an_editor_finds_the_way_to_look_without_being_counted(client, page, regional_editor):
    client.force_login(regional_editor)

    for address in (f"/beheer/pages/{page.pk}/edit/", f"/beheer/pages/{page.get_parent().pk}/"):
        assert f"{page.url}#medewerker" in client.get(address).content.decode()
