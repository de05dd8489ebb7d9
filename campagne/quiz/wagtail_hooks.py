"""Quizzes and questions in the admin."""

from django import forms
from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from campagne.quiz.admin_views import (
    KeptDeleteView,
    QuestionEditView,
    QuestionIndexView,
    QuizEditView,
    QuizIndexView,
    ResultsView,
    UsedIsKept,
    VersionsView,
)
from campagne.quiz.changes.panels import AnsweredPanel, ChangePanel
from campagne.quiz.exchange import addresses
from campagne.quiz.forms import QuestionForm, QuizForm
from campagne.quiz.models import Question, Quiz
from campagne.quiz.paper.key_views import KeyPdfView, KeyView
from campagne.quiz.quality.panel import QualityPanel
from campagne.quiz.sound.panel import SoundPanel
from campagne.quiz.sound.views import QuestionSoundsView
from campagne.staff.owned_views import OwnedViewSet


class KeptViewSet(OwnedViewSet):
    """Owned, and not to be deleted once it is in use."""

    delete_view_class = KeptDeleteView

    @property
    def permission_policy(self) -> UsedIsKept:
        return UsedIsKept(self.model)


IN_EASY_WORDS = (
    "<p>Voor wie moeilijk leest: zinnen van hoogstens tien woorden, gewone woorden. Schrijf de vraag hier in "
    "makkelijke taal, en ook elk antwoord bij ‘Antwoord in makkelijke taal’. Pas als alles er is, kan een lezer "
    "het zo kiezen.</p>"
)


class QuestionViewSet(KeptViewSet):
    model = Question
    index_view_class = QuestionIndexView
    edit_view_class = QuestionEditView
    icon = "help"
    menu_label = "Vragen"
    list_display = [
        "__str__",
        Column("get_construct_display", label="Wat meet de vraag?"),
        Column("get_kind_display", label="Soort vraag"),
        "municipality",
        LiveStatusTagColumn(),
    ]
    list_filter = ["construct", "kind", "theme", "municipality"]
    edit_handler = ObjectList(
        [
            AnsweredPanel(heading="Al beantwoord"),
            FieldPanel("stem"),
            MultiFieldPanel([FieldPanel("construct"), FieldPanel("kind")], "Wat voor vraag is het?"),
            FieldPanel("vignette"),
            FieldPanel("message_truth", classname="only-for-real-or-fake"),
            MultiFieldPanel(
                [FieldPanel("message_channel"), FieldPanel("message_sender"), FieldPanel("message_body")],
                "Oefenbericht boven de antwoorden (mag leeg)",
                classname="collapsed",
            ),
            FieldPanel("picture"),
            FieldPanel("hotspots", classname="only-for-real-or-fake"),
            FieldPanel("options", classname="not-for-real-or-fake"),
            FieldPanel("explanation"),
            MultiFieldPanel(
                [HelpPanel(IN_EASY_WORDS), *map(FieldPanel, ("easy_vignette", "easy_stem", "easy_explanation"))],
                "In makkelijke taal (A2)",
                classname="collapsed",
            ),
            SoundPanel(heading="Geluid"),
            MultiFieldPanel([FieldPanel("theme"), FieldPanel("municipality")], "Waarover en van wie?"),
            QualityPanel(),
            ChangePanel(),
        ],
        base_form_class=QuestionForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        versions = path("versies/<int:pk>/", self.construct_view(VersionsView), name="versions")
        sounds = path("geluid/<int:pk>/", self.construct_view(QuestionSoundsView), name="sounds")
        return [*super().get_urlpatterns(), versions, sounds, *addresses.of_questions(self.construct_view)]


OF_PARTS = (
    "Voor een gewone quiz zijn oefenvragen genoeg: na elk antwoord staat de uitleg. Wilt u meten wat iemand leert? "
    "Zet dan eerst de meetvragen, dan uitleg of oefenvragen, en dan ‘dezelfde meetvragen nog een keer’."
)
OF_ADDRESS = "Staat in het webadres: /quiz/<adres>/. Leeg: wij maken het van de titel."
PARTS = [
    FieldPanel("block"),
    FieldPanel("question", classname="part-asked"),
    MultiFieldPanel(
        [FieldPanel("title"), FieldPanel("text")],
        "Kop en tekst: alleen bij uitleg en bij een gespreksvraag",
        classname="part-read",
    ),
]


class QuizViewSet(KeptViewSet):
    model = Quiz
    index_view_class = QuizIndexView
    edit_view_class = QuizEditView
    icon = "list-ol"
    menu_label = "Quizzen"
    list_display = ["title", "theme", "municipality"]
    list_filter = ["theme", "municipality"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("slug", help_text=OF_ADDRESS),
            FieldPanel("introduction"),
            InlinePanel("parts", PARTS, label="Onderdeel", heading="Onderdelen, in deze volgorde", help_text=OF_PARTS),
            FieldPanel("channels", widget=forms.CheckboxSelectMultiple),
            MultiFieldPanel([FieldPanel("theme"), FieldPanel("municipality")], "Waarover en van wie?"),
            QualityPanel(),
        ],
        base_form_class=QuizForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        results = path("antwoorden/<int:pk>/", self.construct_view(ResultsView), name="results")
        key = path("antwoordblad/<int:pk>/", self.construct_view(KeyView), name="key")
        as_pdf = path("antwoordblad/<int:pk>/pdf/", self.construct_view(KeyPdfView), name="key_pdf")
        return [*super().get_urlpatterns(), results, key, as_pdf, *addresses.of_quizzes(self.construct_view)]


class QuizViewSetGroup(SnippetViewSetGroup):
    items = (QuizViewSet, QuestionViewSet)
    menu_label = "Quizzen"
    menu_icon = "help"
    menu_order = 210


register_snippet(QuizViewSetGroup)
