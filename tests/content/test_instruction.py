"""An instruction in each language at its own address, and as a card to hang up."""

import pytest

from campagne.content.models import InstructionIndexPage, InstructionPage
from campagne.serving.store.running import addresses_of
from tests.incidents.conftest import home, instruction, with_an_instruction

pytestmark = [pytest.mark.django_db, pytest.mark.once]
__all__ = ["home", "instruction", "with_an_instruction"]


def read(client, page, rest: str = "") -> str:
    answer = client.get(page.url + rest)
    assert answer.status_code == 200
    return answer.content.decode()


def test_acts_come_first_with_a_picture_each(client, instruction):
    text = read(client, instruction)

    assert text.index("Ga naar binnen.") < text.index("Doe ramen en deuren dicht.") < text.index("Was dit nuttig?")
    assert text.count('class="pictogram"') == len(instruction.acts)


@pytest.mark.parametrize(
    ("rest", "language", "words"),
    [
        ("", "nl", ["Ga naar binnen.", "Kaart voor in de meterkast"]),
        ("en/", "en", ["Go inside.", "Card for your meter cupboard", "/nu/en/"]),
        ("de/", "de", ["Gehen Sie ins Haus.", "Karte für den Zählerschrank", "/nu/de/"]),
    ],
)
def test_each_language_has_its_address_and_leads_to_the_others(client, instruction, rest, language, words):
    text = read(client, instruction, rest)

    assert f'<html lang="{language}">' in text
    assert [word for word in words if word not in text] == []
    assert text.count('class="languages__link"') == 3
    assert '<header class="site-header" lang="nl">' in text


@pytest.mark.parametrize("rest", ["kaart/", "en/kaart/", "de/kaart/"])
def test_a_card_holds_the_acts_and_a_code_that_leads_to_now(client, instruction, rest):
    text = read(client, instruction, rest)

    now = f"/nu/{rest.removesuffix('kaart/')}"
    assert text.count('class="pictogram"') == len(instruction.acts)
    assert '<svg class="qr"' in text
    assert f'<p class="sheet__address">localhost:8000{now.rstrip("/")}</p>' in text
    assert " 112 " in text


def test_what_was_not_written_is_not_there(client, instruction):
    instruction.texts.filter(language="de").delete()

    assert [client.get(f"{instruction.url}{rest}").status_code for rest in ("de/", "de/kaart/", "fr/", "en/")] == [
        *(404, 404, 404),
        200,
    ]


def test_every_address_is_stored(instruction):
    paths = [address.path.removeprefix(instruction.url) for address in addresses_of(instruction)]

    assert paths == ["", "en/", "de/", "kaart/", "en/kaart/", "de/kaart/"]


def test_an_instruction_without_acts_reads_as_before_and_has_no_card(client, home, publish):
    page = publish(InstructionIndexPage.objects.get(), InstructionPage(title="Aangifte doen", summary="Zo gaat het."))

    assert "kaart/" not in read(client, page)
    assert client.get(f"{page.url}kaart/").status_code == 404
