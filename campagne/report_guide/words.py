"""What the guide says and draws for each answer; one drawing goes with one subject, everywhere."""

from django.db import models

from campagne.report_guide.paths import Money, Role


class Sign(models.TextChoices):
    """Drawings of what can have happened; drawn in components/happening.html."""

    PHONE = "phone", "telefoon"
    DOOR = "door", "voordeur"
    MESSAGE = "message", "bericht"
    CHAT = "chat", "appgesprek"
    SHOP = "shop", "winkelwagen"
    MONEY = "money", "geld"
    CARD = "card", "bankpas"
    ACCOUNT = "account", "account"
    IDENTITY = "identity", "identiteitsbewijs"
    PHOTO = "photo", "foto"
    LAPTOP = "laptop", "laptop"
    LOCKED = "locked", "bestanden op slot"
    INVOICE = "invoice", "factuur"
    COMPANY = "company", "bedrijf"
    CHILD = "child", "kind en jongere"
    GAME = "game", "spel"
    KEY = "key", "sleutel"
    BARREL = "barrel", "vat"
    EYE = "eye", "iets gezien"
    WORRY = "worry", "zorgen"
    FENCE = "fence", "buren"
    CLOUD = "cloud", "gaswolk"
    SIREN = "siren", "sirene"
    FAN = "fan", "ventilatie"
    HELP = "help", "hulp en advies"


ROLE_WORDS = {
    Role.RESIDENT: "Ik ben inwoner",
    Role.ENTREPRENEUR: "Ik heb een bedrijf",
    Role.YOUNG: "Ik ben een jongere",
    Role.PARENT: "Ik ben een ouder",
    Role.NEIGHBOUR: "Ik ben een buur",
    Role.ANYBODY: "Ik ben iemand anders",
}
ROLE_NAMES = {
    Role.RESIDENT: "inwoner",
    Role.ENTREPRENEUR: "ondernemer",
    Role.YOUNG: "jongere",
    Role.PARENT: "ouder",
    Role.NEIGHBOUR: "buur",
    Role.ANYBODY: "iedereen die er niet bij staat",
}
ROLE_SIGNS = {
    Role.RESIDENT: "resident",
    Role.ENTREPRENEUR: Sign.COMPANY.value,
    Role.YOUNG: "young",
    Role.PARENT: Sign.CHILD.value,
    Role.NEIGHBOUR: Sign.FENCE.value,
    Role.ANYBODY: "somebody",
}
MONEY_WORDS = {Money.GONE: "Ja", Money.SAFE: "Nee"}
MONEY_SIGNS = {Money.GONE: "money_gone", Money.SAFE: "money_safe"}
WHO_QUESTION = "Wie bent u?"
MONEY_QUESTION = "Is er geld weg?"
