from urllib.parse import parse_qs, urlsplit

import pytest

from campagne.content.sharing import Shared

pytestmark = pytest.mark.once

PAGE = Shared("Echt & nep", "Zo ziet u het. Dat leert u in vijf stappen.", "https://weerbaar.example/artikelen/nep/")


def test_the_words_are_the_title_one_sentence_and_the_address():
    assert PAGE.text == "Echt & nep\nZo ziet u het.\nhttps://weerbaar.example/artikelen/nep/"


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        ("", ""),
        ("Eén zin zonder punt", "Eén zin zonder punt"),
        ("Belt uw bank? Hang op.", "Belt uw bank?"),
        ("Dat is o.a. bellen en appen. Of mailen.", "Dat is o.a. bellen en appen."),
    ],
)
def test_only_the_first_sentence_is_passed_on(summary, sentence):
    assert Shared("T", summary, "https://x.example/").sentence == sentence


def test_a_messenger_and_a_mail_program_read_the_same_words_back():
    whatsapp, mail = urlsplit(PAGE.whatsapp), urlsplit(PAGE.mail)

    assert (whatsapp.scheme, whatsapp.netloc) == ("https", "wa.me")
    assert parse_qs(whatsapp.query) == {"text": [PAGE.text]}
    assert mail.scheme == "mailto"
    assert parse_qs(mail.query) == {"subject": [PAGE.title], "body": [PAGE.text]}
    assert "+" not in PAGE.mail
