"""Everything of Beek that somebody of Stein could come for: one thing of every kind that an address can name."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, GroupApprovalTask, Page, Site, UploadedFile, Workflow, WorkflowTask

from campagne.action_plan.models import PlanRole
from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import (
    ArticleIndexPage,
    ArticlePage,
    CampaignIndexPage,
    CampaignPage,
    InstructionIndexPage,
    InstructionPage,
    ModuleIndexPage,
    ModulePage,
)
from campagne.guided.leading.cards import make_card
from campagne.guided.models import GuidedSession, Location, Meeting
from campagne.guided.planning.founding import found_library
from campagne.incidents.models import HeldPlan, PreparedLine, Statement
from campagne.incidents.raising import Wanted, put_ready
from campagne.language.models import HardWord
from campagne.measurement.models import AttentionCard, ContextEvent, EvaluationPlan, Indicator, Population, Region
from campagne.media.models import Picture
from doelgroepen.models import Municipality, TargetGroup, Theme
from home.models import SiteSettings, SynonymSet
from tests.action_plan.conftest import an_act
from tests.activities.conftest import an_activity
from tests.measurement.conftest import an_entrance
from tests.quiz.conftest import published, quiz_of

SECRET = "Geheim van Beek"


def registers_of(beek: Municipality) -> dict[str, Model]:
    """A thing in each register that belongs to a municipality, by the name of the register."""
    question = published(SECRET, municipality=beek)
    quiz = quiz_of(question, slug="beek", municipality=beek)
    quiz.title = SECRET
    quiz.save()
    contact = {"name": SECRET, "slug": "loket", "code": Channel.MUNICIPALITY, "phone": "046", "purpose": "Vragen"}
    group = TargetGroup.objects.create(name=SECRET, self_description="Ik ben ouder in Beek", municipality=beek)
    act = an_act(SECRET, municipality=beek)
    role = PlanRole.objects.create(
        name=SECRET, slug="geheim-plan", self_description=SECRET, introduction=SECRET, municipality=beek
    )
    role.questions.create(text=SECRET, act=act)
    return {
        "action_plan_planact": act,
        "action_plan_planrole": role,
        "activities_activity": an_activity(SECRET, beek),
        "contacts_reportchannel": ReportChannel.objects.create(**contact, municipality=beek),
        "doelgroepen_targetgroup": group,
        "home_synonymset": SynonymSet.objects.create(expressions=f"{SECRET}\nverborgen", municipality=beek),
        "measurement_contextevent": ContextEvent.objects.create(
            title=SECRET, begins=timezone.localdate(), municipality=beek
        ),
        "measurement_entrance": an_entrance("geheim", beek.page, beek, place=SECRET),
        "measurement_population": Population.objects.create(
            group=group, municipality=beek, persons=15000, as_of=timezone.localdate(), source=SECRET
        ),
        "language_hardword": HardWord.objects.create(word=SECRET, simpler="woord", municipality=beek),
        "quiz_question": question,
        "quiz_quiz": quiz,
    }


def regional_registers(beek: Municipality) -> dict[str, Model]:
    theme = Theme.objects.create(name="Van de regio", slug="van-de-regio")
    return {
        "doelgroepen_municipality": beek,
        "doelgroepen_theme": theme,
        "measurement_indicator": Indicator.objects.first(),
        "measurement_region": Region.objects.first(),
    }


def pages_of(beek: Municipality, editor) -> dict[str, Page]:
    """A draft that nobody saw yet, one that is locked, and a live page with changes that wait to be published."""
    index = ArticleIndexPage.objects.descendant_of(beek.page).get()
    draft, locked = (
        index.add_child(instance=ArticlePage(title=SECRET, slug=slug, summary=SECRET, live=False, owner=editor))
        for slug in ("geheim", "op-slot")
    )
    draft.save_revision(user=editor)
    Comment.objects.create(page=draft, user=editor, text=SECRET, contentpath="title")
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
    live = index.add_child(instance=ArticlePage(title="Voor iedereen", slug="voor-iedereen", summary="Al te lezen."))
    live.title = SECRET
    live.save_revision(user=editor)
    return {"page": draft, "live": live, "index": index}


def files_of(beek: Municipality, editor) -> dict[str, Model]:
    """A picture, a document and an upload that is not finished, in the collection of Beek."""
    collection = Collection.objects.get(name=beek.name)
    image = Picture.objects.create(title=SECRET, file=get_test_image_file("geheim.png"), collection=collection)
    image.get_file_hash()
    text = SimpleUploadedFile("geheim.pdf", b"%PDF-1.4")
    document = get_document_model().objects.create(title=SECRET, file=text, collection=collection)
    kind = ContentType.objects.get_for_model(Picture)
    upload = UploadedFile(uploaded_by_user=editor, for_content_type=kind)
    upload.file.save("geheim-los.png", ContentFile(b"x"))
    return {"collection": collection, "image": image, "document": document, "upload": upload}


def work_on(draft: Page, beek: Municipality, editor) -> dict[str, Model]:
    """Somebody who is editing the draft, and a task to approve it."""
    task = GroupApprovalTask.objects.create(name="Nakijken")
    task.groups.add(beek.editors)
    workflow = Workflow.objects.create(name="Nakijken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(draft, editor)
    kind = ContentType.objects.get_for_model(ArticlePage)
    session = {"user": editor, "content_type": kind, "object_id": draft.pk, "last_seen_at": timezone.now()}
    return {
        "task": task,
        "workflow": workflow,
        "workflow_state": state,
        "task_state": state.current_task_state,
        "session": EditingSession.objects.create(**session),
    }


def guided_in(beek: Municipality) -> dict[str, Model]:
    """A library of Beek with a session that is planned, and a presenter's card for it."""
    library = found_library(SECRET)
    location = Location.objects.create(library=library, name=SECRET, municipality=beek)
    module = ModulePage(title="Les", slug="les", summary="Kort.")
    ModuleIndexPage.objects.descendant_of(beek.page).get().add_child(instance=module)
    session = GuidedSession.objects.create(location=location, module=module, title=SECRET)
    Meeting.objects.create(session=session, starts_at=timezone.now())
    card, _ = make_card(session, timezone.now())
    made = {"session": session, "card": card, "library": library, "location": location}
    return {f"guided_{name}": thing for name, thing in made.items()}


def ready_in(beek: Municipality, editor) -> dict[str, Model]:
    """An incident that waits to be confirmed, a publication that was held, and a sentence that is ready."""
    at = timezone.now()
    instruction = InstructionPage(title="Gaswolk", slug="gaswolk", summary="Naar binnen.", scenario="gas")
    InstructionIndexPage.objects.get().add_child(instance=instruction)
    wanted = Wanted(SECRET, at + timedelta(hours=4))
    incident = put_ready(instruction, wanted, editor, at, is_exercise=False, where=[beek])
    campaign = CampaignPage(title=SECRET, slug="campagne-van-beek", summary=SECRET, goal=SECRET, live=False)
    CampaignIndexPage.objects.descendant_of(beek.page).get().add_child(instance=campaign)
    held = {"page": campaign, "revision": campaign.save_revision(), "planned_at": at, "held_at": at}
    return {
        "incident": incident,
        "held_plan": HeldPlan.objects.create(incident=incident, **held),
        "prepared_line": PreparedLine.objects.create(text_nl=SECRET, text_en=SECRET, text_de=SECRET),
        "statement": Statement.objects.create(text_nl="Openbaar.", text_en="x", text_de="x", checked_on=at.date()),
    }


def planned_for(campaign: CampaignPage, beek: Municipality) -> EvaluationPlan:
    """A plan that is still to begin, so that everything about it could be changed."""
    today = timezone.localdate()
    days = {"begins": today + timedelta(days=3), "ends": today + timedelta(days=9), "registered_at": timezone.now()}
    told = {"question": SECRET, "measured": "gelezen", "smallest": 5, "comparison": "before"}
    return EvaluationPlan.objects.create(campaign=campaign, municipality=beek, **told, **days)


def raised_for(beek: Municipality) -> AttentionCard:
    """A card that is open, so that it could be closed."""
    today = timezone.localdate()
    figures = {"sentence": SECRET, "quoted": SECRET, "size": 1, "proposal": "see_offer", "page": None}
    return AttentionCard.objects.create(
        gap="knowledge", municipality=beek, raised_on=today, seen_on=today, figures=figures
    )


def everything_of(beek: Municipality, editor) -> dict[str, Model]:
    """One thing of every kind; the site's own ones (redirect, workflow, settings) are not Beek's but no less shut."""
    pages, ready = pages_of(beek, editor), ready_in(beek, editor)
    return {
        **pages,
        **work_on(pages["page"], beek, editor),
        **registers_of(beek),
        **regional_registers(beek),
        **files_of(beek, editor),
        **guided_in(beek),
        **ready,
        "attention_card": raised_for(beek),
        "evaluation_plan": planned_for(ready["held_plan"].page.specific, beek),
        "user": editor,
        "passkey": Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": SECRET}),
        "group": beek.editors,
        "site": Site.objects.get(),
        "settings": SiteSettings.objects.get(),
        "redirect": Redirect.objects.create(old_path="/geheim", redirect_page=pages["page"]),
        "query": Query.get("geheim"),
    }
