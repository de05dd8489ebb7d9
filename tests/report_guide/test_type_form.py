"""What an editor sees who publishes something half: what lacks, at its field, in plain Dutch; a draft may be half."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campagne.report_guide.models import Category, IncidentTypePage
from tests.report_guide.conftest import outcome

pytestmark = pytest.mark.django_db


def listed(values: list) -> dict:
    """A list of blocks as a form sends it."""
    rows = {
        str(place): {"deleted": "", "order": str(place), "value": value, "id": ""} for place, value in enumerate(values)
    }
    return {"count": str(len(values)), **rows}


@pytest.fixture
def send(client, regional_editor, guide, police):
    """Fill in a new type and press a button; returns the page that answers."""

    def fill_in(outcomes: list[dict], *, publish: bool = True, **fields) -> str:
        client.force_login(regional_editor)
        blocks = []
        for told in outcomes:
            value = outcome(police, **told)["value"]
            del value["roles"]
            lists = {name: listed(value[name]) for name in ("acts", "channels", "bring", "help")}
            blocks.append(("outcome", {**value, **lists, "review_by": value["review_by"] or ""}))
        form = {
            "title": "Bedreigd",
            "slug": "bedreigd",
            "summary": "Iemand dreigt.",
            "sign": "help",
            "who_question": "Wie bent u?",
            "money_question": "Is er geld weg?",
            "outcomes": streamfield(blocks),
            "sources": streamfield([]),
            "comments": inline_formset([]),
            **fields,
            **({"action-publish": "1"} if publish else {}),
        }
        sent = nested_form_data(form)
        sent |= {f"outcomes-{place}-value-roles": told.get("roles", []) for place, told in enumerate(outcomes)}
        address = f"/beheer/pages/add/report_guide/incidenttypepage/{guide.pk}/"
        return client.post(address, sent, follow=True).content.decode()

    return fill_in


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param({"acts": []}, "Zonder eerste stap kan deze uitkomst niet online.", id="no act"),
        pytest.param({"channels": []}, "Zonder meldpunt kan deze uitkomst niet online.", id="no channel"),
        pytest.param({"review_by": None}, "Zonder datum kan deze uitkomst niet online.", id="no review date"),
    ],
)
def test_what_lacks_is_told_at_its_field_and_a_draft_is_kept(send, told, words):
    assert words in send([told])
    assert not IncidentTypePage.objects.exists()

    assert words not in send([told], publish=False)
    assert not IncidentTypePage.objects.get().live


def test_what_is_whole_is_published(send):
    send([{}])

    assert IncidentTypePage.objects.get().live


def test_answers_that_do_not_fit_together_are_told(send):
    assert "maar niet bij nee. Voeg die toe." in send([{"money": "ja"}])
    assert "Er is nog geen uitkomst." in send([])


def test_what_is_too_far_from_the_first_screen_is_told(send, guide):
    category = Category.objects.create(page=guide, title="Geld", slug="geld")
    two_questions = [{"roles": ["ouder"], "money": "ja"}, {"roles": ["ouder"], "money": "nee"}, {"roles": ["buur"]}]

    assert "4 keer tikken; hoogstens 3 mag." in send(two_questions, category=category.pk)


def test_the_first_screen_stays_readable(send, guide):
    for number in range(12):
        Category.objects.create(page=guide, title="Groep", slug=f"groep-{number}")

    assert "Op het eerste scherm staan al 12 keuzes. Kies een groep." in send([{}])


def test_an_editor_of_a_municipality_gets_nothing_of_the_guide(client, editor_of_stein, guide, put_type):
    page = put_type("geheim", live=False)
    client.force_login(editor_of_stein)

    for address in (
        f"/beheer/pages/{page.pk}/edit/",
        f"/beheer/pages/{guide.pk}/edit/",
        f"/beheer/pages/{page.pk}/edit/preview/",
        f"/beheer/pages/{page.pk}/delete/",
        f"/beheer/pages/add/report_guide/incidenttypepage/{guide.pk}/",
    ):
        answer = client.get(address)
        assert answer.status_code in {302, 403, 404}
        assert "geheim" not in answer.content.decode()
