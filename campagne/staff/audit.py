"""What the log of the site says about accounts: every action, with its Dutch words, in one list.

Whoever makes something happen to an account adds a line here and calls `record` where it happens. The log is
Wagtail's, so it stands in the site history beside what people did with pages, and stays when an account is deleted.
"""

from collections import defaultdict
from typing import Any

from wagtail.log_actions import LogActionRegistry, LogFormatter, log

# What happened: how it is called in a filter, and what the history says; {names} are what `record` was given beside it.
ACTIONS = {
    "login": ("Inloggen", "Ingelogd"),
    "app_added": ("Tweede stap maken", "Een app op een telefoon als tweede stap gemaakt"),
    "app_removed": ("Tweede stap weghalen", "De app op een telefoon als tweede stap weggehaald"),
    "passkey_added": ("Passkey maken", "Een passkey gemaakt"),
    "passkey_removed": ("Passkey weghalen", "Een passkey weggehaald"),
    "recovery_codes": ("Herstelcodes maken", "Nieuwe herstelcodes gemaakt"),
    "recovery_code_used": ("Herstelcode gebruiken", "Een herstelcode gebruikt"),
    "role_without_second_factor": ("Rol zonder tweede stap", "De tweede stap is niet meer verplicht voor deze rol"),
    "role_with_second_factor": ("Rol met tweede stap", "De tweede stap is weer verplicht voor deze rol"),
    "factor_reset": ("Tweede stap wissen", "De tweede stap en de herstelcodes gewist"),
    "locked": ("Inloggen op slot", "Inloggen op slot gezet na te veel verkeerde pogingen"),
    "code_locked": ("Tweede stap op slot", "Tweede stap op slot: goed wachtwoord, maar te vaak een verkeerde code"),
    "bound": ("Gemeente-account koppelen", "Gekoppeld aan een account van {name}"),
    "unbound": ("Gemeente-account loskoppelen", "Losgekoppeld van accounts van gemeenten"),
    "unlocked": ("Slot weghalen", "Slot van het inloggen gehaald"),
    "roles": ("Rollen veranderen", "Rollen veranderd. Erbij: {added}. Eraf: {removed}."),
    "shut": ("Account uitzetten", "Account uitgezet"),
    "opened": ("Account aanzetten", "Account aangezet"),
    "sessions": ("Overal afmelden", "Op andere apparaten afgemeld"),
    "freeze": ("Account bevriezen", "Account bevroren"),
    "revoked": ("Kaarten intrekken", "Ingetrokken van dit account: {names}"),
    "put_back": ("Pagina’s terugzetten", "Pagina’s van dit account teruggezet: {pages}"),
    "thaw": ("Account ontdooien", "Account ontdooid, met een nieuw wachtwoord"),
}


def record(account: Any, action: str, *, by: Any = None, **told: str | int) -> None:
    """Write down that something happened to an account, or to a role.

    `action` is one of ACTIONS. `by` is who did it; without it whoever is logged in, which is nobody on a command line.
    Put no password, secret, code or address of a browser in `told`: it is kept for good.
    """
    log(instance=account, action=f"staff.{action}", user=by, title=str(account), data=told)


def register(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        words = type(action, (_FilledIn,), {"label": label, "message": message})
        actions.register_action(f"staff.{action}")(words)


class _FilledIn(LogFormatter):
    """A message with what was told at the time in it; what an older line does not know stays empty."""

    def format_message(self, log_entry: Any) -> str:
        return self.message.format_map(defaultdict(str, log_entry.data))
