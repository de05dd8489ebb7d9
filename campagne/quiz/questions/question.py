"""Question: what an editor writes. Publishing it freezes a version."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, Revision, RevisionMixin
from wagtail.search import index

from campagne.media.models import Picture
from campagne.quiz.changes.freezing import freeze
from campagne.quiz.questions.choices import CHANGES, CONSTRUCTS, KINDS, MessageKind, MessageTruth
from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake, truth_of, without_key
from campagne.quiz.questions.edits import Change, Decision
from campagne.quiz.questions.form import Form
from campagne.quiz.questions.rendering import Rendering, rendered_draft
from campagne.quiz.questions.scoring import Answer, Construct, Kind, State
from campagne.quiz.questions.stream_blocks import ChannelBlock, HotspotBlock, OptionBlock, read, written
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.explaining import Explanation
from doelgroepen.models import Municipality, Theme

AFTERWARDS = "na-het-antwoord"
IN_EASY_WORDS = "makkelijk"


class Question(PreviewableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """A question as it is being written. What people answer is its published version."""

    stem = models.TextField("vraag", max_length=300, help_text="Eén vraag, zo kort als het kan.")
    construct = models.CharField(
        "wat meet de vraag?", max_length=12, choices=CONSTRUCTS, default=Construct.KNOWLEDGE.value
    )
    kind = models.CharField(
        "soort vraag",
        max_length=12,
        choices=KINDS,
        default=Kind.SINGLE.value,
        help_text="Wat bij een andere soort hoort, telt niet mee en blijft bewaard.",
    )
    vignette = models.TextField(
        "situatie",
        max_length=600,
        blank=True,
        help_text="Wat is er gebeurd? Een kort verhaal boven de vraag. Mag leeg.",
    )
    message_truth = models.CharField(
        "is het bericht echt of nep?",
        max_length=4,
        choices=MessageTruth.choices,
        blank=True,
        help_text="Alleen bij de soort echt of nep. De antwoorden ‘echt’ en ‘nep’ komen er vanzelf bij.",
    )
    hotspots = StreamField(
        [("spot", HotspotBlock())],
        blank=True,
        verbose_name="plekken op het beeld",
        help_text="Waaraan ziet iemand dat het echt of nep is? Ze krijgen een nummer op het beeld, en staan eronder in "
        "een lijst. Dat is pas na het antwoord te zien. Kijk bij het voorbeeld ‘Na het antwoord’ of ze goed staan.",
    )
    easy_stem = models.TextField("vraag in makkelijke taal", max_length=300, blank=True)
    easy_vignette = models.TextField("situatie in makkelijke taal", max_length=600, blank=True)
    easy_explanation = models.TextField("uitleg in makkelijke taal", max_length=600, blank=True)
    message_channel = models.CharField("soort bericht", max_length=8, choices=MessageKind.choices, blank=True)
    message_sender = models.CharField("afzender", max_length=80, blank=True)
    message_body = models.TextField(
        "bericht", max_length=800, blank=True, help_text="Verzin het bericht. Gebruik geen echte namen of logo's."
    )
    picture = models.ForeignKey(
        Picture, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="beeld"
    )
    options = StreamField(
        [("option", OptionBlock()), ("channel", ChannelBlock())],
        blank=True,
        verbose_name="antwoorden",
        help_text="Twee tot zes; ‘Weet ik niet’ staat er vanzelf bij. Bij een volgorde: drie tot zes, van eerst naar "
        "laatst; wie antwoordt ziet ze gehusseld. Bij een schaal: drie tot vijf stappen, van het minst (‘zeker niet’) "
        "naar het meest (‘zeker wel’); de gezichten komen er vanzelf bij.",
    )
    explanation = models.TextField(
        "uitleg bij de vraag", max_length=600, blank=True, help_text="Wat onthoudt iemand? Staat er na elk antwoord."
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )
    change = models.CharField(
        "wat voor wijziging is dit?",
        max_length=12,
        choices=CHANGES,
        blank=True,
        help_text="Wij doen een voorstel. U kiest, want u weet wat u wilde veranderen.",
    )
    change_reason = models.TextField(
        "waarom verandert dit?",
        max_length=300,
        blank=True,
        help_text="Verplicht als u de sleutel verbetert. Het staat in de geschiedenis, met uw naam.",
    )
    change_since = models.PositiveBigIntegerField("gekozen bij versie", null=True, blank=True)
    _revisions = GenericRelation(Revision, related_query_name="question")

    search_fields = [
        index.SearchField("stem"),
        index.AutocompleteField("stem"),
        index.FilterField("construct"),
        index.FilterField("kind"),
        index.FilterField("theme"),
        index.FilterField("municipality"),
    ]

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"

    def __str__(self) -> str:
        stem = self.stem or "Vraag zonder tekst"
        return stem if len(stem) <= 90 else f"{stem[:89]}…"

    @property
    def revisions(self) -> models.QuerySet[Revision]:
        return self._revisions

    def offer(self, options: Iterable[Option]) -> None:
        """Take these options in place of the ones there are. Places to report to must be in the register."""
        self.options = [written(option) for option in options]

    def write(self, draft: Draft) -> None:
        """Take all of this draft in place of what there is; `draft()` gives the same again."""
        for name in QuestionVersion.CONTENT:
            setattr(self, name, getattr(draft, name))
        self.kind, self.construct = draft.kind.value, draft.construct.value
        self.hotspots = [{"type": "spot", "value": asdict(spot)} for spot in draft.hotspots]
        is_about_truth = draft.kind is Kind.REAL_OR_FAKE
        self.message_truth = truth_of(draft.options) if is_about_truth else ""
        self.offer(() if is_about_truth else draft.options)

    def draft(self) -> Draft:
        """The question as it stands, without what was left behind by another kind."""
        content = {name: getattr(self, name) for name in QuestionVersion.CONTENT}
        content |= {"kind": Kind(self.kind), "construct": Construct(self.construct)}
        draft = Draft(**content, options=tuple(read(child) for child in self.options))
        if draft.kind is Kind.REAL_OR_FAKE:
            spots = tuple(Hotspot(**child.value) for child in self.hotspots)
            return replace(draft, hotspots=spots, options=real_or_fake(self.message_truth))
        return draft if draft.asks_for_a_key else replace(draft, options=without_key(draft.options))

    def decision(self) -> Decision:
        """What the editor chose about this change."""
        return Decision(Change(self.change) if self.change else None, self.change_reason, self.change_since)

    def publish(self, revision: Revision, user: Any = None, *args: Any, **kwargs: Any) -> None:
        """Publish, freeze what is now live, and renew the quizzes that ask it.

        Raises ValidationError if the question is not complete; then nothing changes.
        """
        if problems := revision.as_object().draft().problems():
            raise ValidationError(problems)
        with transaction.atomic():
            super().publish(revision, user, *args, **kwargs)
            # Without the key: who saves a quiz that asks this one holds that quiz, and must not wait for this.
            live = Question.objects.select_for_update(no_key=True).get(pk=self.pk)
            if live.live_revision_id == revision.pk:
                freeze(live, live.draft(), live.decision(), by=user or revision.user)
                live.renew_quizzes()

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """Take the question down; the quizzes that asked it go on without it."""
        with transaction.atomic():
            super().unpublish(*args, **kwargs)
            self.renew_quizzes()

    def is_in_use(self) -> bool:
        """Tell whether a quiz asks it or ever asked it."""
        return self.used_in.exists() or self.versions.filter(places__isnull=False).exists()

    def renew_quizzes(self) -> None:
        # In one order for everybody, because each quiz is held until the end.
        for place in self.used_in.select_related("quiz").order_by("quiz_id"):
            place.quiz.renew_version()

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [("", "De vraag"), (IN_EASY_WORDS, "In makkelijke taal"), (AFTERWARDS, "Na het antwoord")]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The question as it would be read; afterwards as who said "weet ik niet" reads the explanation."""
        words = Rendering.EASY if mode_name == IN_EASY_WORDS else Rendering.STANDARD
        shown = rendered_draft(self.draft(), words, self.picture)
        context = {"question": shown, "number": 1, "total": 1}
        if mode_name == AFTERWARDS:
            return {**context, "explanation": Explanation.about(shown, Answer(State.DONT_KNOW), None)}
        return {**context, "form": Form.of(shown.kind, shown.options)}

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "quiz/explanation.html" if mode_name == AFTERWARDS else "quiz/question.html"
