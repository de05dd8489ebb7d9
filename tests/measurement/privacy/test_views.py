"""Whoever works for the region reads the papers, prints them and takes them along; others do not."""

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(("query", "title"), [("", "DPIA: "), ("?tekst=register", "Register van verwerkingen: ")])
def test_the_region_reads_both_and_sees_what_to_fill_in(client, regional_editor, query, title):
    client.force_login(regional_editor)

    page = client.get(f"{reverse('privacy_texts')}{query}").content.decode()

    assert f">{title}Teststreek</h2>" in page
    assert page.count("<mark>[in te vullen door de gemeente: ") > 20
    assert "Beek, Stein" in page


def test_a_file_can_be_taken_along(client, regional_editor):
    client.force_login(regional_editor)

    answer = client.get(reverse("privacy_texts"), {"tekst": "dpia", "als": "md"})

    assert answer.headers["Content-Disposition"] == 'attachment; filename="dpia.md"'
    assert answer.content.decode().startswith("# DPIA: Teststreek\n")


def test_there_is_no_third_text(client, regional_editor):
    client.force_login(regional_editor)

    assert client.get(reverse("privacy_texts"), {"tekst": "geheim"}).status_code == 404


def test_a_municipality_does_not_read_them_nor_see_the_way(client, editor_of_stein, regional_editor):
    address = reverse("privacy_texts")
    client.force_login(editor_of_stein)
    shut, home_of_editor = client.get(address), client.get("/beheer/").content.decode()
    client.force_login(regional_editor)

    assert shut.status_code in {302, 403}
    assert address not in home_of_editor
    assert address in client.get("/beheer/").content.decode()
