"""An editor writes every kind of question in the admin; what is missing is said where it is, and nothing is lost."""

from dataclasses import replace
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from campagne.contacts.models import ReportChannel
from campagne.quiz.models import Question, Response
from campagne.quiz.questions.draft import Draft, without_key
from campagne.quiz.questions.scoring import Construct
from campagne.quiz.questions.stream_blocks import written
from tests.quiz.conftest import Taker, quiz_of
from tests.quiz.kinds import KEYS, KINDS, SPOTS, published_draft, with_its_neighbours

pytestmark = pytest.mark.django_db
REGISTER = "wagtailsnippets_quiz_question"


@pytest.fixture
def editor(client, regional_editor):
    client.force_login(regional_editor)
    return client


def form_of(draft: Draft, **fields) -> dict:
    """What the edit screen sends for this draft."""
    question = Question()
    question.write(draft)
    blocks = [written(option) for option in draft.options] if len(question.options) else []
    options = streamfield([(block["type"], _ticked(block["value"])) for block in blocks])
    for place, block in enumerate(blocks):
        options[str(place)]["id"] = block["id"]
    spots = [("spot", {"x": spot.x, "y": spot.y, "text": spot.text}) for spot in draft.hotspots]
    names = ("stem", "kind", "construct", "vignette", "explanation", "message_truth", "message_channel", "message_body")
    plain = {name: getattr(question, name) for name in names} | {"picture": draft.picture_id or "", "municipality": ""}
    plain["accept_findings"] = "on"
    return nested_form_data({**plain, **fields, "options": options, "hotspots": streamfield(spots)})


def _ticked(value: dict) -> dict:
    """A box that is not ticked sends nothing."""
    told = {name: part for name, part in value.items() if name != "is_right"}
    return told | ({"is_right": "on"} if value["is_right"] else {})


@pytest.mark.parametrize("draft", KINDS.values(), ids=KINDS.keys())
def test_an_editor_publishes_every_kind(editor, draft):
    draft = with_its_neighbours(draft)

    editor.post(reverse(f"{REGISTER}:add"), {**form_of(draft), "action-publish": "1"})

    assert Question.objects.get().versions.get().as_draft() == draft


@pytest.mark.parametrize(
    ("draft", "fields", "where", "words"),
    [
        pytest.param(
            KINDS["real or fake as text"], {"message_truth": ""}, "message_truth", "echt of nep is", id="no truth"
        ),
        pytest.param(KINDS["scale"], {"construct": "kennis"}, "construct", "geen goed of fout", id="a marked scale"),
        pytest.param(
            KINDS["real or fake as text"],
            {"message_body": "", "message_channel": ""},
            "message_body",
            "bericht",
            id="no message",
        ),
        pytest.param(
            replace(KINDS["real or fake as text"], hotspots=SPOTS), {}, "picture", "Kies het beeld", id="no picture"
        ),
        pytest.param(
            KINDS["order"], {"kind": "channel"}, "options", "uit de lijst met meldpunten", id="no place to report to"
        ),
        pytest.param(
            KINDS["channel"], {"kind": "single"}, "options", "alleen een antwoord zijn bij", id="a place too many"
        ),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(editor, draft, fields, where, words):
    sent = form_of(with_its_neighbours(draft), **fields)

    page = editor.post(reverse(f"{REGISTER}:add"), {**sent, "action-publish": "1"}).content.decode()

    soup = BeautifulSoup(page, "html.parser")
    assert words in str(soup.select_one(f"#panel-{where}-section, section:has([name='{where}'])"))
    assert draft.stem in soup.select_one("#id_stem").text
    assert all(
        option.text in unescape(page) for option in draft.options if option.text not in {"Echt", "Nep", "Politie"}
    )
    assert not Question.objects.exists()


def test_a_half_written_question_of_any_kind_is_kept_as_a_draft(editor):
    for kind in ("order", "scale", "real_or_fake", "channel"):
        editor.post(reverse(f"{REGISTER}:add"), form_of(replace(KINDS["single"], options=()), kind=kind))

    assert [question.kind for question in Question.objects.order_by("pk")] == [
        "order",
        "scale",
        "real_or_fake",
        "channel",
    ]
    assert not Question.objects.filter(live=True).exists()


@pytest.mark.parametrize("kind", ["order", "scale"])
def test_another_order_of_steps_that_were_answered_is_proposed_as_another_question(editor, kind):
    question = published_draft(KINDS[kind])
    quiz = quiz_of(question)
    Taker().start(quiz).answer(1, *(KEYS if kind == "order" else KEYS[:1]))
    turned = replace(question.draft(), options=question.draft().options[::-1])
    since = question.versions.get().pk
    address = reverse(f"{REGISTER}:edit", args=[question.pk])

    asked = editor.post(address, {**form_of(turned, change="", change_since=since), "action-publish": "1"})
    refused = editor.post(address, {**form_of(turned, change="cosmetic", change_since=since), "action-publish": "1"})
    editor.post(address, {**form_of(turned, change="substantive", change_since=since), "action-publish": "1"})

    assert "Ons voorstel: inhoudelijk. De volgorde van de stappen is anders" in unescape(asked.content.decode())
    assert "Cosmetisch kan hier niet." in refused.content.decode()
    assert question.series.count() == 2
    assert Response.objects.get().question_version == question.versions.earliest("pk")


def test_the_history_of_a_message_tells_that_it_turned_out_to_be_real(editor):
    question = published_draft(KINDS["real or fake as text"])
    question.message_truth = "real"
    question.change, question.change_reason = "key", "De bank stuurde dit echt."
    question.change_since = question.versions.get().pk
    question.save_revision().publish()

    page = editor.get(reverse(f"{REGISTER}:versions", args=[question.pk])).content.decode()

    terms = BeautifulSoup(page, "html.parser").select("dt")
    told = {term.text.strip(): term.find_next_sibling("dd").text.strip() for term in terms}
    assert (told["Goed was"], told["Goed is nu"]) == ("Nep", "Echt")
    assert "De bank stuurde dit echt." in page


def test_a_place_to_report_to_is_chosen_from_the_register(editor):
    with_its_neighbours(KINDS["channel"])

    page = editor.get(reverse("wagtailsnippetchoosers_contacts_reportchannel:choose_results")).content.decode()

    assert all(channel.name in page for channel in ReportChannel.objects.all())


def test_an_intention_about_where_to_report_has_no_right_place(editor):
    draft = with_its_neighbours(KINDS["channel"])
    asked = replace(draft, construct=Construct.INTENTION)

    editor.post(reverse(f"{REGISTER}:add"), {**form_of(asked), "action-publish": "1"})

    assert Question.objects.get().versions.get().as_draft() == replace(asked, options=without_key(asked.options))
