"""Who did what, in Wagtail's log beside everything else that editors do."""

from typing import Any

from wagtail.log_actions import LogActionRegistry, log

from campagne.incidents.incident import Incident

ACTIONS = {
    "incidents.ready": ("Incident klaarzetten", "Incident klaargezet"),
    "incidents.confirm": ("Incident bevestigen", "Incident bevestigd en getoond"),
    "incidents.alone": ("Incident in nood alleen tonen", "Incident in nood door één persoon getoond"),
    "incidents.update": ("Incident bijwerken", "Incident bijgewerkt"),
    "incidents.extend": ("Incident verlengen", "Einde van het incident veranderd"),
    "incidents.withdraw": ("Incident intrekken", "Incident ingetrokken"),
    "incidents.all_clear": ("Sein veilig geven", "Sein veilig gegeven"),
    "incidents.drop": ("Incident weggooien", "Klaargezet incident weggegooid"),
}


def record(incident: Incident, action: str, user: Any, **data: str) -> None:
    log(instance=incident, action=f"incidents.{action}", user=user, title=str(incident)[:255], data=data or None)


def register(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
