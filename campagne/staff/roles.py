"""What each role may do, as a table; groups are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from wagtail.snippets.models import create_extra_permissions

ADD, CHANGE, DELETE, PUBLISH, VIEW = "add", "change", "delete", "publish", "view"
EDIT = (ADD, CHANGE, DELETE, VIEW)
KEEPS_ACCOUNTS = "staff.change_user"
"""Whoever may do this gives others their account and roles, shuts it and opens it."""


@dataclass(frozen=True)
class Role:
    """A kind of work: a name on screen and permissions as `app.codename`."""

    name: str
    permissions: tuple[str, ...]


def _on(model: str, actions: Iterable[str]) -> tuple[str, ...]:
    app, name = model.split(".")
    return tuple(f"{app}.{action}_{name}" for action in actions)


LOGIN = ("wagtailadmin.access_admin", "staff.view_figures")
REGISTERS = (
    *_on("doelgroepen.targetgroup", EDIT),
    *_on("contacts.reportchannel", EDIT),
    *_on("activities.activity", EDIT),
    *_on("measurement.entrance", EDIT),
    *_on("language.hardword", EDIT),
    *_on("measurement.contextevent", EDIT),
    *_on("measurement.evaluationplan", EDIT),
    *_on("measurement.population", EDIT),
    *_on("measurement.attentioncard", (CHANGE,)),
    *_on("home.synonymset", EDIT),
    *_on("quiz.quiz", EDIT),
    *_on("quiz.question", (*EDIT, PUBLISH)),
    *_on("action_plan.planrole", EDIT),
    *_on("action_plan.planact", EDIT),
)

READER = Role("Lezer", (*LOGIN, "staff.view_all_figures"))
MUNICIPAL_EDITOR = Role("Gemeenteredacteur", (*LOGIN, *REGISTERS))
REGIONAL_EDITOR = Role(
    "Regieredacteur",
    (
        *LOGIN,
        *REGISTERS,
        "staff.work_for_region",
        "staff.view_all_figures",
        *_on("doelgroepen.theme", (CHANGE, VIEW)),
        *_on("doelgroepen.municipality", (CHANGE, VIEW)),
        *_on("measurement.region", (ADD, CHANGE, VIEW)),
        *_on("measurement.indicator", (ADD, CHANGE, VIEW)),
        *_on("home.sitesettings", (CHANGE,)),
        *_on("wagtailredirects.redirect", EDIT),
        *_on("wagtailsearchpromotions.searchpromotion", EDIT),
    ),
)
ADMINISTRATOR = Role(
    "Beheerder",
    (*REGIONAL_EDITOR.permissions, *_on("staff.user", EDIT), *_on("auth.group", EDIT)),
)
COORDINATOR = Role(
    "Coördinator bibliotheek", ("wagtailadmin.access_admin", "guided.plan_sessions", "guided.lead_sessions")
)
GUIDE = Role("Begeleider", ("wagtailadmin.access_admin", "guided.lead_sessions"))
# On top of other work, and for named people: whoever edits pages does not by that switch on an incident.
INCIDENT_EDITOR = Role("Incidentredacteur", ("wagtailadmin.access_admin", "incidents.raise_incident"))
ROLES = (READER, MUNICIPAL_EDITOR, REGIONAL_EDITOR, ADMINISTRATOR, COORDINATOR, GUIDE, INCIDENT_EDITOR)


def group_for(role: Role, name: str = "") -> Group:
    """Make (or bring up to date) the group of a role; may run twice.

    Raises LookupError if the table names a permission that does not exist.
    """
    group, _ = Group.objects.get_or_create(name=name or role.name)
    group.permissions.set([_permission(codename) for codename in role.permissions])
    return group


def make_permissions() -> None:
    """Have Django and Wagtail write the permissions of every app, so that roles can be made right after migrating.

    Wagtail's own (to publish what has drafts) are not there yet after the first migration of an empty database.
    """
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    create_extra_permissions(apps.get_app_config("wagtailsnippets"))


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    if found is None:
        raise LookupError(f"no permission {name!r}; expected one that a model declares; check staff/roles.py")
    return found
