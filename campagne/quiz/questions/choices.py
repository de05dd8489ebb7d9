"""How the pure values are called on screen."""

from django.db import models

from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Construct, Kind, State

KINDS = [
    (Kind.SINGLE.value, "één antwoord kiezen"),
    (Kind.MULTIPLE.value, "meer antwoorden kiezen"),
    (Kind.TRUE_FALSE.value, "waar of niet waar"),
    (Kind.ORDER.value, "in de goede volgorde zetten"),
    (Kind.SCALE.value, "schaal van 3 tot 5 stappen (zonder goed of fout)"),
    (Kind.REAL_OR_FAKE.value, "echt of nep"),
    (Kind.CHANNEL.value, "meldpunt kiezen"),
]
CONSTRUCTS = [
    (Construct.KNOWLEDGE.value, "kennis"),
    (Construct.RECOGNITION.value, "herkenning"),
    (Construct.ACTION.value, "handelen"),
    (Construct.CHANNEL.value, "meldkanaal"),
    (Construct.INTENTION.value, "voornemen om te melden (zonder goed of fout)"),
    (Construct.CONFIDENCE.value, "vertrouwen (zonder goed of fout)"),
]
STATES = [
    (State.ANSWERED.value, "beantwoord"),
    (State.DONT_KNOW.value, "weet ik niet"),
    (State.SKIPPED.value, "overgeslagen"),
]
BLOCKS = [
    (Block.PRACTICE.value, "oefenvraag: met uitleg erna"),
    (Block.INFO.value, "uitleg: iets om te lezen"),
    (Block.MEASURE_PRE.value, "meetvraag: vooraf en achteraf, zonder uitleg"),
    (Block.MEASURE_POST.value, "dezelfde meetvragen nog een keer"),
    (Block.DISCUSS.value, "gespreksvraag"),
    (Block.VOTE.value, "stemvraag: zonder goed of fout"),
]
MEDIA = [(Medium.SCREEN.value, "scherm"), (Medium.PAPER.value, "papier")]
RENDERINGS = [(Rendering.STANDARD.value, "gewoon"), (Rendering.EASY.value, "makkelijk")]

CHANGES = [
    (Change.FIRST.value, "eerste versie"),
    (Change.COSMETIC.value, "cosmetisch"),
    (Change.SUBSTANTIVE.value, "inhoudelijk"),
    (Change.KEY.value, "sleutel verbeterd"),
]
CHOSEN_CHANGES = [
    (
        Change.COSMETIC.value,
        "Cosmetisch: een tikfout, een leesteken of de uitleg. Oude en nieuwe antwoorden blijven samen tellen.",
    ),
    (
        Change.SUBSTANTIVE.value,
        "Inhoudelijk: de vraag of een antwoord betekent iets anders. Er begint een nieuwe reeks. "
        "Oude antwoorden blijven bewaard en tellen nooit bij nieuwe op.",
    ),
    (
        Change.KEY.value,
        "Sleutel verbeterd: het verkeerde antwoord stond op goed. Alle antwoorden worden opnieuw nagekeken. "
        "Schrijf hieronder waarom.",
    ),
]


class MessageKind(models.TextChoices):
    """What kind of message a practice message is."""

    SMS = "sms", "sms"
    APP = "app", "appbericht"
    MAIL = "mail", "e-mail"
    POST = "post", "brief"


class MessageTruth(models.TextChoices):
    """Whether a practice message is real."""

    REAL = "real", "echt"
    FAKE = "fake", "nep"
