"""What people answered: attempts and responses, without anything about who they are."""

import uuid

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import Page

from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.choices import BLOCKS, MEDIA, RENDERINGS, STATES
from campagne.quiz.questions.plan import ASKING, Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import UNSCORED, Answer, State
from campagne.quiz.questions.versions import OptionVersion, QuestionVersion

ASKED = sorted(block.value for block in ASKING)
UNANSWERED = (State.DONT_KNOW.value, State.SKIPPED.value)


class Attempt(models.Model):
    """One time that somebody took a quiz; the row exists from the first answer on."""

    explanation = "Eén keer dat iemand een quiz deed. Het ontstaat bij het eerste antwoord, en hoort bij niemand."

    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quiz_version = models.ForeignKey(
        "quiz.QuizVersion",
        on_delete=models.PROTECT,
        related_name="attempts",
        verbose_name="quizversie",
        help_text="Welke vragen er toen in de quiz stonden.",
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pagina",
        help_text="Op welke pagina de quiz begon.",
    )
    cluster = models.CharField(
        "groep", max_length=64, blank=True, help_text="Een code van een groepsles in de bibliotheek; online leeg."
    )
    started_at = models.DateTimeField("begonnen op", db_index=True, help_text="Wanneer het eerste antwoord kwam.")
    finished_at = models.DateTimeField("klaar op", null=True, blank=True, help_text="Wanneer het einde is bereikt.")
    pre_closed_at = models.DateTimeField(
        "meting vooraf klaar op", null=True, blank=True, help_text="Vanaf wanneer een antwoord vooraf niet meer telt."
    )
    post_closed_at = models.DateTimeField(
        "meting achteraf klaar op", null=True, blank=True, help_text="Vanaf wanneer de goede antwoorden te zien zijn."
    )
    counted_at = models.DateTimeField(
        "geteld op", null=True, blank=True, db_index=True, help_text="Wanneer dit bij de tellingen is opgeteld."
    )

    open_until = models.DateTimeField(
        "kan verder tot",
        null=True,
        blank=True,
        help_text="Bij een groepsles: tot wanneer iemand verder kan. Online leeg: dan is het een dag.",
    )

    class Meta:
        verbose_name = "poging"
        verbose_name_plural = "pogingen"

    def __str__(self) -> str:
        return str(self.id)


def _as_the_key() -> Q:
    """Exactly the right options, or each at its own place: `scoring.mark` for many rows at once."""
    displaced = Q(position__isnull=False) & ~Q(position=F("option__order"))
    wrong = ResponseChoice.objects.filter(Q(position=None, option__is_right=False) | displaced, response=OuterRef("pk"))
    chosen = ResponseChoice.objects.filter(response=OuterRef(OuterRef("pk")), option=OuterRef("pk"))
    missed = OptionVersion.objects.filter(~Exists(chosen), version=OuterRef("question_version"), is_right=True)
    return ~Q(Exists(wrong)) & ~Q(Exists(missed))


class ResponseQuerySet(models.QuerySet["Response"]):
    def counting(self) -> "ResponseQuerySet":
        """The answers that count: per question the last one before its explanation was shown."""
        return self.filter(is_counting=True)

    def markable(self) -> "ResponseQuerySet":
        """The answers that are right or wrong; a vote never is."""
        unscored = [construct.value for construct in UNSCORED]
        answered = self.filter(state=State.ANSWERED.value).exclude(block=Block.VOTE.value)
        return answered.exclude(question_version__construct__in=unscored)

    def mismarked(self) -> "ResponseQuerySet":
        """The answers whose mark is not what the key says now."""
        return self.markable().filter((Q(is_right=True) & ~_as_the_key()) | (~Q(is_right=True) & _as_the_key()))

    def mark_again(self) -> int:
        """Mark these answers by the key of now; return how many are marked otherwise than before. May run twice."""
        wrong = self.markable().filter(~_as_the_key(), is_right=True).update(is_right=False)
        return wrong + self.markable().filter(_as_the_key()).exclude(is_right=True).update(is_right=True)


class Response(models.Model):
    """One answer as it was sent in. What is sent in after the explanation is kept, but does not count."""

    explanation = "Eén antwoord op één vraag: goed, niet goed, ‘weet ik niet’ of overgeslagen."

    wagtail_reference_index_ignore = True

    attempt = models.ForeignKey(
        Attempt,
        on_delete=models.CASCADE,
        related_name="responses",
        verbose_name="poging",
        help_text="Bij welke poging dit hoort.",
    )
    question_version = models.ForeignKey(
        QuestionVersion,
        on_delete=models.PROTECT,
        related_name="responses",
        verbose_name="vraagversie",
        help_text="De vraag, zoals die er toen stond.",
    )
    submission = models.UUIDField(
        "inzending", unique=True, help_text="Een willekeurig getal, zodat twee keer versturen één keer telt."
    )
    state = models.CharField(
        "wat", max_length=12, choices=STATES, help_text="Beantwoord, ‘weet ik niet’ of overgeslagen."
    )
    options = models.ManyToManyField(
        OptionVersion,
        through="quiz.ResponseChoice",
        related_name="+",
        verbose_name="gekozen antwoorden",
        help_text="Wat er is aangekruist.",
    )
    block = models.CharField(
        "onderdeel",
        max_length=12,
        choices=BLOCKS,
        default=Block.PRACTICE.value,
        help_text="Of het een oefenvraag was, of een meting vooraf of achteraf.",
    )
    rendering = models.CharField(
        "taal",
        max_length=8,
        choices=RENDERINGS,
        default=Rendering.STANDARD.value,
        help_text="Of de vraag in gewone of in makkelijke taal stond.",
    )
    medium = models.CharField(
        "waarop",
        max_length=8,
        choices=MEDIA,
        default=Medium.SCREEN.value,
        help_text="Op een scherm, of op papier en later overgetypt.",
    )
    pattern = models.CharField(
        "keuze", max_length=40, blank=True, help_text="De nummers van de gekozen antwoorden, om te tellen."
    )
    is_right = models.BooleanField(
        "goed", null=True, help_text="Of het goed was; leeg bij een vraag zonder goed of fout."
    )
    is_counting = models.BooleanField("telt", help_text="Of dit het antwoord is dat meetelt.")
    answered_at = models.DateTimeField("gegeven op", db_index=True, help_text="Wanneer het kwam.")
    feedback_shown_at = models.DateTimeField(
        "uitleg getoond op", null=True, blank=True, help_text="Wanneer de uitleg in beeld kwam."
    )

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "question_version", "block"],
                condition=Q(is_counting=True),
                name="one_answer_counts_per_question",
            ),
            models.CheckConstraint(
                condition=Q(state=State.ANSWERED.value) | Q(is_right=None), name="only_an_answer_is_marked"
            ),
            models.CheckConstraint(
                condition=~Q(block=Block.VOTE.value) | Q(is_right=None), name="a_vote_is_neither_right_nor_wrong"
            ),
            models.CheckConstraint(condition=Q(block__in=ASKED), name="an_answer_is_to_a_part_that_asks"),
            models.CheckConstraint(
                condition=Q(~Q(pattern__in=UNANSWERED), state=State.ANSWERED.value)
                | Q(state__in=UNANSWERED, pattern=F("state")),
                name="a_pattern_says_what_its_answer_says",
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission)

    def answer(self) -> Answer:
        """The answer as a value, to compare with another."""
        choices = list(self.choices.all())
        if any(choice.position for choice in choices):
            return Answer.ranked(c.option.key for c in sorted(choices, key=lambda choice: choice.position))
        return Answer(State(self.state), frozenset(choice.option.key for choice in choices))


class ResponseChoice(models.Model):
    """One option that was chosen in a response."""

    explanation = "Welk antwoord iemand aankruiste."

    wagtail_reference_index_ignore = True

    response = models.ForeignKey(
        Response,
        on_delete=models.CASCADE,
        related_name="choices",
        verbose_name="antwoord",
        help_text="Bij welk antwoord dit hoort.",
    )
    option = models.ForeignKey(
        OptionVersion,
        on_delete=models.PROTECT,
        related_name="choices",
        verbose_name="keuze",
        help_text="Wat er is gekozen, zoals het er toen stond.",
    )
    position = models.PositiveSmallIntegerField(
        "plaats", null=True, blank=True, help_text="Op welke plaats iemand het zette, bij een vraag naar de volgorde."
    )

    class Meta:
        verbose_name = "gekozen antwoord"
        verbose_name_plural = "gekozen antwoorden"
        constraints = [
            models.UniqueConstraint(fields=["response", "option"], name="an_option_is_chosen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.response_id}: {self.option_id}"
