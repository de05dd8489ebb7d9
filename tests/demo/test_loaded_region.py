"""The region as it stands after loading: people, trees and texts."""

import re
from datetime import timedelta

from django.contrib.auth import authenticate, get_user_model
from django.utils import timezone
from wagtail.models import Page

from campagne.content.models import CampaignPage, ContentPage, ModulePage, MunicipalityPage, QuizPage
from campagne.demo.searching import fill_search
from campagne.guided.models import GuidedSession, Participant
from campagne.guided.sessions.lesson import Outline, current_quiz
from campagne.measurement.models import EvaluationPlan, EvaluationReport, PageLabelPeriod
from campagne.media.models import Picture
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersion
from campagne.quiz.questions.edits import Change
from campagne.report_guide.models import IncidentTypePage
from doelgroepen.models import Municipality
from home.models import HomePage
from tests.demo.conftest import PASSWORD_LINE
from tests.demo.everything import everything

WORK = ("staff.view_figures", "guided.lead_sessions", "incidents.raise_incident")


def test_the_printed_password_opens_the_door(demo):
    for username, password in demo.items():
        person = authenticate(username=username, password=password)
        assert person is not None
        assert person.has_perm("wagtailadmin.access_admin")
        assert any(person.has_perm(permission) for permission in WORK)
    assert get_user_model().objects.get(is_superuser=True).username == "beheerder"


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


def test_one_evaluation_has_begun_and_one_can_still_be_changed(demo):
    running, coming = EvaluationPlan.objects.order_by("begins")
    today = timezone.localdate()

    assert running.registered_at < timezone.now() - timedelta(days=1)
    assert (running.is_locked(today), coming.is_locked(today)) == (True, False)
    assert (running.municipality, coming.municipality.slug) == (None, "beek")
    assert not EvaluationReport.objects.exists()


def test_a_campaign_refers_to_modules_and_a_quiz(demo, catalogue):
    campaign = CampaignPage.objects.get(slug="ken-je-grens")
    assert [choice.module.slug for choice in campaign.chosen_modules.all()] == ["reboot"]
    assert campaign.quiz.slug == "mag-dit-online"
    assert [group.slug for group in campaign.target_groups.all()] == ["jongeren"]
    for module in ModulePage.objects.all():
        assert len(module.steps) >= 6
        assert module.quiz
        assert module.sources


def test_every_live_page_was_published_and_says_what_it_is_about(demo):
    live = ContentPage.objects.live()
    said = dict(PageLabelPeriod.objects.filter(ends=None).values_list("page", "theme"))

    assert {page.slug for page in live if page.pk not in said} == set()
    assert {page.slug for page in live if said[page.pk] != (page.theme_id or 0)} == set()
    assert {page.slug for page in IncidentTypePage.objects.live() if page.live_revision_id is None} == set()


def test_no_word_of_the_texts_is_lost_on_the_way(demo, catalogue):
    """The editor's converter drops what it does not know; nothing of ours may be among that."""
    for entry in catalogue.pages:
        pages = ContentPage.objects.not_type(QuizPage, IncidentTypePage)
        page = pages.get(slug=entry.slug, theme__slug=entry.theme).specific
        told = [block.body for block in entry.body if type(block).__name__ == "Text"]
        shown = [block.value.source for block in page.body if block.block_type == "text"]
        assert [words(text) for text in shown] == [words(text) for text in told], entry.slug


def words(html: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", html).split()


def test_a_question_was_improved_and_a_key_corrected_with_a_name_and_a_reason(demo):
    improved = QuestionVersion.objects.get(change=Change.COSMETIC)
    assert improved.series.versions.count() == 2
    correction = KeyCorrection.objects.get()
    assert correction.why.startswith("‘Het moet vandaag’ stond niet bij de goede antwoorden.")
    assert {improved.published_by.username, correction.by.username} == {"redacteur-regio"}
    assert len(correction.after) == len(correction.before) + 1


def test_a_library_has_lessons_to_hold_and_nobody_went_to_one_yet(demo):
    coordinator, guide = (
        get_user_model().objects.get(username=name) for name in ("coordinator-bibliotheek", "begeleider")
    )

    sessions = GuidedSession.objects.planned_by(coordinator)

    assert [session.meetings.count() for session in sessions.order_by("pk")] == [1, 4, 1]
    assert {session.location.municipality.slug for session in sessions} == {"sittard-geleen", "stein", "beek"}
    assert set(GuidedSession.objects.led_by(guide)) == set(sessions)
    assert not Participant.objects.exists()
    assert {session.state for session in sessions} == {"planned"}


def test_a_lesson_tells_its_presenter_what_to_do_at_each_step(demo):
    for module in ModulePage.objects.all():
        lesson = Outline.of(module, current_quiz(module))

        told = [step.guidance for step in lesson.script if step.lesson]

        assert all(step.aim and step.say and step.pitfalls and step.minutes for step in told), module.slug
    measured = Outline.of(module := ModulePage.objects.get(slug="klik-en-tik-veilig-online"), current_quiz(module))
    assert len([step for step in measured.script if step.measures]) == 10


def test_the_demo_is_complete_and_loading_it_again_changes_nothing(demo, load_demo, catalogue):
    beek = MunicipalityPage.objects.get(slug="beek")
    beek.summary, beek.body = "Beek schrijft dit zelf.", []
    beek.save_revision().publish()
    fill_search()
    before = everything()

    second = load_demo()

    assert ContentPage.objects.live().filter(reviewed_on__isnull=False).count() >= len(catalogue.pages)
    assert QuizPage.objects.live().count() == Quiz.objects.count() == len(catalogue.quizzes)
    assert QuizVersion.objects.count() == len(catalogue.quizzes)
    questions = [question for quiz in catalogue.quizzes for question in quiz.questions]
    assert QuestionVersion.objects.count() == len(questions) + len([q for q in questions if q.earlier])
    assert Picture.objects.exclude(description="").count() == len(catalogue.drawings)
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert not Page.objects.filter(has_unpublished_changes=True).exists()
    assert HomePage.objects.get().lead == catalogue.site.lead

    assert everything() == before
    beek.refresh_from_db()
    assert (beek.summary, len(beek.body)) == ("Beek schrijft dit zelf.", 0)
    assert list(demo) == [
        "redacteur-beek",
        "redacteur-sittard-geleen",
        "redacteur-stein",
        "redacteur-regio",
        "bestuurder",
        "incidentredacteur",
        "incidentredacteur-2",
        "coordinator-bibliotheek",
        "begeleider",
        "beheerder",
    ]
    assert PASSWORD_LINE.findall(second) == []
    assert "changepassword" in second
