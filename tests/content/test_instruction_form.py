"""An instruction may be half a draft; what can be raised as an incident is whole, and in each language once."""

import pytest
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campagne.content.models import InstructionIndexPage, InstructionPage

pytestmark = pytest.mark.django_db
ACT = ("act", {"pictogram": "inside", "text": "Ga naar binnen.", "detail": ""})


@pytest.fixture
def send(client, regional_editor):
    """Fill in a new instruction and press a button: `send(acts=3, languages=["en"], publish=True)`."""
    client.force_login(regional_editor)
    index = InstructionIndexPage.objects.get()

    def fill_in(*, acts: int, languages: list[str], publish: bool) -> str:
        texts = [
            {"language": language, "title": "Inside", "summary": "Go.", "acts": streamfield([ACT])}
            for language in languages
        ]
        form = {
            "title": "Gaswolk",
            "slug": "gaswolk",
            "summary": "Naar binnen.",
            "scenario": "gas",
            "acts": streamfield([ACT] * acts),
            "texts": inline_formset(texts),
            "easy_texts": inline_formset([]),
            **{name: streamfield([]) for name in ("body", "next_step", "sources")},
            "comments": inline_formset([]),
            **({"action-publish": "1"} if publish else {}),
        }
        address = f"/beheer/pages/add/content/instructionpage/{index.pk}/"
        return client.post(address, nested_form_data(form)).content.decode()

    return fill_in


@pytest.mark.parametrize(
    ("acts", "languages", "publish", "is_kept"),
    [
        pytest.param(2, ["en", "de"], True, True, id="whole"),
        pytest.param(0, [], False, True, id="a draft without acts"),
        pytest.param(0, [], True, False, id="a scenario without acts"),
        pytest.param(8, [], True, False, id="more than seven acts"),
        pytest.param(2, ["en", "en"], True, False, id="the same language twice"),
    ],
)
def test_what_is_published_can_be_raised(send, acts, languages, publish, is_kept):
    send(acts=acts, languages=languages, publish=publish)

    assert Page.objects.type(InstructionPage).filter(slug="gaswolk").exists() == is_kept
