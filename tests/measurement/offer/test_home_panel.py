import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.conftest import make_user

HEADING = "Is er voor iedereen iets?"


def first_screen(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_what_lacks_stands_on_the_first_screen_in_words(client, regional_editor, cybercrime, young):
    screen = first_screen(client, regional_editor)

    assert HEADING in screen
    assert "✗ Hier ontbreekt iets" in screen
    assert "Cybercrime, Jongeren: geen nagekeken pagina" in screen
    assert reverse("offer") in screen


def test_nothing_is_said_when_all_is_there(client, regional_editor, write, ask):
    write(), ask()

    assert HEADING not in first_screen(client, regional_editor)


@pytest.mark.parametrize(("place", "is_told"), [("stein", True), ("beek", False), (None, False)])
def test_an_editor_is_told_of_what_the_own_municipality_must_look_over(
    client, editor_of_stein, stein, beek, write, ask, place, is_told
):
    write(), ask()
    write("Oud", place={"stein": stein, "beek": beek, None: None}[place], days_ago=None)

    assert ("1 pagina of meldpunt is niet op tijd nagekeken" in first_screen(client, editor_of_stein)) == is_told


def test_what_beek_has_itself_is_no_gap_there_and_is_one_in_stein(
    client, editor_of_stein, editor_of_beek, beek, write, ask
):
    write(place=beek), ask(place=beek)

    assert HEADING not in first_screen(client, editor_of_beek)
    assert "in Stein" in first_screen(client, editor_of_stein)


def test_who_writes_no_pages_is_not_asked_to(client, home, cybercrime, young):
    assert HEADING not in first_screen(client, make_user("lezer", Group.objects.get(name="Lezer")))
