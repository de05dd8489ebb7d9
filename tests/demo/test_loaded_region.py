"""The region as it stands after loading: people, trees and texts."""

import re

from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

from campagne.content.models import CampaignPage, ContentPage, ModulePage, MunicipalityPage, QuizPage
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.models import QuestionVersion
from campagne.quiz.questions.edits import Change
from doelgroepen.models import Municipality


def test_the_printed_password_opens_the_door(demo):
    for username, password in demo.items():
        person = authenticate(username=username, password=password)
        assert person is not None
        assert person.has_perm("wagtailadmin.access_admin")
        assert person.has_perm("staff.view_figures")
    assert not get_user_model().objects.filter(is_superuser=True).exists()


def test_what_a_municipality_has_is_its_own(demo):
    editor = get_user_model().objects.get(username="redacteur-stein")
    stein = Municipality.objects.get(slug="stein")
    own = ContentPage.objects.descendant_of(MunicipalityPage.objects.get(place=stein))
    assert editor.groups.get() == stein.editors
    assert {page.slug for page in own} >= {
        "stein-praat-erover",
        "praat-erover",
        "stein-meldt-anoniem",
        "ouders-in-stein",
    }
    assert {page.municipality for page in own} == {stein}
    for page in ContentPage.objects.filter(depth__gt=2).exclude(slug="gemeenten"):
        may_edit = page.permissions_for_user(editor).can_edit()
        assert may_edit == (page.municipality == stein), page.url


def test_a_campaign_refers_to_modules_and_a_quiz(demo, catalogue):
    campaign = CampaignPage.objects.get(slug="ken-je-grens")
    assert [choice.module.slug for choice in campaign.chosen_modules.all()] == ["reboot"]
    assert campaign.quiz.slug == "mag-dit-online"
    assert [group.slug for group in campaign.target_groups.all()] == ["jongeren"]
    for module in ModulePage.objects.all():
        assert len(module.steps) >= 6
        assert module.quiz
        assert module.sources


def test_no_word_of_the_texts_is_lost_on_the_way(demo, catalogue):
    """The editor's converter drops what it does not know; nothing of ours may be among that."""
    for entry in catalogue.pages:
        page = ContentPage.objects.not_type(QuizPage).get(slug=entry.slug, theme__slug=entry.theme).specific
        told = [block.body for block in entry.body if type(block).__name__ == "Text"]
        shown = [block.value.source for block in page.body if block.block_type == "text"]
        assert [words(text) for text in shown] == [words(text) for text in told], entry.slug


def words(html: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", html).split()


def test_what_an_editor_changed_stays(demo):
    call_command("load_demo")
    page = MunicipalityPage.objects.get(slug="beek")
    page.summary = "Beek schrijft dit zelf."
    page.body = []
    page.save_revision().publish()

    page.refresh_from_db()
    assert page.summary == "Beek schrijft dit zelf."
    assert len(page.body) == 0


def test_a_question_was_improved_and_a_key_corrected_with_a_name_and_a_reason(demo):
    improved = QuestionVersion.objects.get(change=Change.COSMETIC)
    assert improved.series.versions.count() == 2
    correction = KeyCorrection.objects.get()
    assert correction.why.startswith("‘Het moet vandaag’ stond niet bij de goede antwoorden.")
    assert {improved.published_by.username, correction.by.username} == {"redacteur-regio"}
    assert len(correction.after) == len(correction.before) + 1
