"""What somebody who keeps the site running does about it: the first line that fits."""

from campagne.serving.disturbances.noting import OTHER, Kind

LOG = "journalctl -u weerbaar"
TOO_MANY = f"Er ging te veel verschillends mis om te bewaren. Alles staat in het log: {LOG}."
# Words in what was noted, and what helps then.
OF_ERRORS = (
    (
        ("De database faalt", "OperationalError", "InterfaceError"),
        "Kijk of de database draait en of de schijf vol is (df -h). Was er net een upgrade of een herstart? "
        "Dan hoeft u niets te doen.",
    ),
    (
        ("InternalError", "ReadOnlySqlTransaction"),
        "Werd een upgrade afgebroken? Dan staat de database op alleen lezen. Voer uit: manage.py upgrade",
    ),
    (("ProgrammingError",), "De database past niet bij de code. Voer uit: manage.py upgrade"),
    (("smtplib", "gaierror"), "De mail gaat niet weg. Kijk in .env naar EMAIL_HOST en wat daarbij hoort."),
    (("De taak", "De klok"), "Kijk hieronder, bij Taken van de klok."),
    (("ackup", "proef"), "Maak ruimte als de schijf vol is (df -h). Draai dan zelf: manage.py backup"),
    (("MemoryError",), "Er is te weinig geheugen. Zet WEB_PROCESSES lager, of neem een grotere machine."),
    (
        ("OSError", "PermissionError", "FileNotFoundError"),
        "Kijk of de schijf vol is (df -h), en of DATA_DIR van het account van de site is.",
    ),
)
OF_KIND = {
    Kind.ERROR: f"Zoek de fout op in het log: {LOG}. Begon het na een upgrade? Zet de vorige code terug. "
    "Geef anders deze regel, met de tijd, door aan wie de site maakt.",
    Kind.SLOW_QUERY: "Eén keer is geen zorg: er liep misschien een backup. Komt het elke dag terug? "
    "Geef deze regel door aan wie de site maakt.",
    Kind.SLOW_REQUEST: "Was er op dezelfde tijd een trage vraag? Begin daar. Is de machine te druk (uptime)? "
    "Zet WEB_PROCESSES op het aantal processoren, of neem een snellere machine.",
}


def advice_for(kind: Kind, what: str) -> str:
    if what == OTHER:
        return TOO_MANY
    fitting = (todo for words, todo in OF_ERRORS if kind is Kind.ERROR and any(word in what for word in words))
    return next(fitting, OF_KIND[kind])
