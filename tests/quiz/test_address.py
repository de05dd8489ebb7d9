"""The address of a quiz: written by its editor, or made from the title."""

import pytest
from django.urls import reverse

from campagne.quiz.models import Quiz
from tests.quiz.conftest import published
from tests.quiz.forms import QUIZ, quiz_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, regional_editor):
    """Send the form of a new quiz: `send(title="Hoi mam", slug="")`."""
    client.force_login(regional_editor)
    question = published("Wat doet u?")
    return lambda **fields: client.post(reverse(f"{QUIZ}:add"), quiz_form(question, **fields))


@pytest.mark.parametrize(
    ("written", "address"),
    [pytest.param("", "hoi-mam-wat-doet-u", id="from the title"), pytest.param("mam", "mam", id="as written")],
)
def test_an_editor_need_not_think_of_an_address(send, written, address):
    send(title="“Hoi mam”: wat doet u?", slug=written, accept_findings="on")

    assert Quiz.objects.get().slug == address


@pytest.mark.parametrize(
    ("title", "why"),
    [
        pytest.param("¿?", "Schrijf een adres", id="no letters"),
        pytest.param("Bezet", "bestaat al", id="taken"),
    ],
)
def test_what_makes_no_address_is_told_there_and_nothing_is_lost(send, title, why):
    send(title="Bezet", slug="", accept_findings="on")

    response = send(title=title, slug="", introduction="Blijft staan.", accept_findings="on")

    assert "slug" in response.context["form"].errors
    assert why in response.content.decode()
    assert "Blijft staan." in response.content.decode()
    assert Quiz.objects.count() == 1


def test_an_address_that_is_emptied_stays(send, client):
    send(title="Eerste", slug="", accept_findings="on")
    quiz = Quiz.objects.get()
    edit = reverse(f"{QUIZ}:edit", args=[quiz.pk])

    client.post(edit, quiz_form(published("Nog een?"), title="Anders", slug="", accept_findings="on"))

    assert (Quiz.objects.get().title, Quiz.objects.get().slug) == ("Anders", "eerste")
