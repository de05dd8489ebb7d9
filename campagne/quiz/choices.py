"""How the pure values are called on screen."""

from django.db import models

from campagne.quiz.scoring import Construct, Kind, State

KINDS = [
    (Kind.SINGLE.value, "één antwoord kiezen"),
    (Kind.MULTIPLE.value, "meer antwoorden kiezen"),
    (Kind.TRUE_FALSE.value, "waar of niet waar"),
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


class MessageKind(models.TextChoices):
    """What kind of message a practice message is."""

    SMS = "sms", "sms"
    APP = "app", "appbericht"
    MAIL = "mail", "e-mail"
    POST = "post", "brief"
