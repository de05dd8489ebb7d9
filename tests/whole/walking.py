"""A walk through the admin: every address that it knows, filled in with things of Beek, and the forms behind them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.urls import get_resolver
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from tests.whole.test_admin_addresses import every_address

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
OF_THE_PAGE = {"page_id", "page_pk", "page_to_move_id"}
OF_ONE_THING = {
    "parent_page_id": "index",
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "collection_id": "collection",
    "query_id": "query",
    "redirect_id": "redirect",
    "session_id": "session",
    "task_id": "task",
    "task_state_id": "task_state",
    "uploaded_file_id": "upload",
    "workflow_pk": "workflow",
    "workflow_state_id": "workflow_state",
}
# What `pk` means below each part of the admin; the longest that fits counts.
OF_PART = {
    "api/main/pages": "page",
    "api/main/documents": "document",
    "api/main/images": "image",
    "collections": "collection",
    "workflows": "workflow",
    "workflows/tasks": "task",
    "settings": "settings",
    "sites": "site",
    "users": "user",
    "medewerkers": "user",
    "toegang/tweede-stap/webauthn": "passkey",
    "groups": "group",
    "documents": "document",
    "images": "image",
    "paginas": "page",
    "cijfers/aandacht": "attention_card",
    "cijfers/evaluaties": "evaluation_plan",
    "incidenten": "incident",
    "incidenten/tegengehouden": "held_plan",
    "incidenten/zinnen": "prepared_line",
    "incidenten/mededelingen": "statement",
    "begeleiden/les": "guided_session",
    "begeleiden/kaarten": "guided_card",
    "begeleiden/bibliotheken": "guided_library",
    "begeleiden/locaties": "guided_location",
}
WORDS = {
    "provider_id": "beek",
    "content_type_app_name": "content",
    "content_type_model_name": "articlepage",
    "app_label": "content",
    "app_name": "home",
    "model_name": "articlepage",
    "object_id": "1",
    "action_name": "approve",
    "filter_spec": "width-100",
    "form": "json",
    "file": "antwoorden",
    "paper": "poster",
    "door": "presenter",
    "uidb64": "MQ",
    "token": "set-password",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
}
API_ACTIONS = (
    "convert_alias",
    "copy",
    "delete",
    "publish",
    "unpublish",
    "move",
    "create_alias",
    "revert_to_page_revision",
)


@dataclass(frozen=True)
class Stop:
    """One address on the walk; `name` is the pattern it was made from."""

    name: str
    address: str


def stops(things: dict[str, Model]) -> list[Stop]:
    """Every address of the admin, with a thing of Beek wherever one is named; of pages a draft and a live one."""
    made = {
        Stop(name, f"/{address}"): None
        for name, path, _ in every_address(get_resolver())
        if path.startswith("beheer/") and not path.endswith(".*/$") and not path.startswith("beheer/^beheer")
        for page in ("page", "live")
        for address in filled_in(tidy(path), {**things, "page": things[page]})
    }
    return list(made)


def tidy(path: str) -> str:
    """The path of a pattern without the signs of a regular expression."""
    path = path.replace(r"^(\d+)/", "<int:page_id>/").replace(
        r"(live|earliest|\d+)\.\.\.(live|latest|\d+)", "earliest...latest"
    )
    path = path.replace(r"(?P<pk>.+)", "<str:pk>").replace(r"(?P<revision_id_a>live|earliest|\d+)\.\.\.", "earliest...")
    return path.replace(r"(?P<revision_id_b>live|latest|\d+)", "latest").replace("^", "").replace("$", "")


def filled_in(path: str, things: dict[str, Model]) -> Iterator[str]:
    """The address, or one for every action that one pattern stands for."""
    if "/bulk/" in path:
        bulk_action_registry._scan_for_bulk_actions()
        for app, models in bulk_action_registry.actions.items():
            for model, actions in models.items():
                thing = things[BULK.get(model, f"{app}_{model}")]
                yield from (f"beheer/bulk/{app}/{model}/{action}/?id={thing.pk}" for action in actions)
        return
    names = API_ACTIONS if "<str:action_name>" in path else [""]
    for name in names:
        yield PARAMETER.sub(
            lambda found: str(value_of(found[1], path, things)), path.replace("<str:action_name>", name)
        )


def value_of(parameter: str, path: str, things: dict[str, Model]) -> object:
    """What stands in the place of a parameter; raises KeyError for one that nobody has thought about."""
    within = path.removeprefix("beheer/")
    register = re.match(r"snippets/(?:choose/)?(\w+)/(\w+)/", within)
    if parameter in OF_THE_PAGE:
        return things["page"].pk
    if parameter == "revision_id":
        return (things[f"{register[1]}_{register[2]}"] if register else things["page"]).latest_revision_id or 1
    if parameter == "destination_id":
        return things["elsewhere"].pk
    if parameter == "pk":
        part = max((part for part in OF_PART if within.startswith(part)), key=len, default="")
        return things[f"{register[1]}_{register[2]}" if register else OF_PART[part]].pk
    if within.startswith("settings/") and parameter == "model_name":
        return "sitesettings"
    if parameter in OF_ONE_THING:
        return things[OF_ONE_THING[parameter]].pk
    return WORDS[parameter]


class Fields(HTMLParser):
    """The fields of all forms in a page, with what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._name = ""

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in given}
        name = attributes.get("name", "")
        if tag == "select" or tag == "textarea":
            self._name = name
        elif tag == "option" and "selected" in attributes and self._name:
            self.found.setdefault(self._name, []).append(attributes.get("value", ""))
        elif (
            tag == "input" and name and (attributes.get("type") not in {"checkbox", "radio"} or "checked" in attributes)
        ):
            self.found.setdefault(name, []).append(attributes.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"}:
            self._name = ""

    def handle_data(self, data: str) -> None:
        if self._name and data.strip():
            self.found.setdefault(self._name, []).append(data.strip())


# What the actions on several at once are about; the registers have their own names.
BULK = {"page": "page", "picture": "image", "document": "document", "user": "user"}
# Fields that a script adds to the form: lists without anything in them.
STREAMS = ("body-count", "next_step-count", "sources-count", "steps-count", "options-count")
CHANGED = ("title", "name", "new_title", "first_name", "site_name", "query_string")


def form_in(text: str) -> dict[str, list[str]]:
    """What somebody would send who opened this screen, changed the title and pressed the button."""
    if text.startswith("{"):
        text = str(json.loads(text).get("html") or "")
    fields = Fields()
    fields.feed(text)
    changed = {name: ["Overgenomen door Stein"] for name in CHANGED if name in fields.found}
    return {**{name: ["0"] for name in STREAMS}, **fields.found, **changed} if fields.found else {}


Rows = dict[str, set[tuple]]
# Who is logged in: that changes with every request.
OWN_TABLES = {"django_session"}


def all_rows() -> Rows:
    """Every row of every table."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in set(tables) - OWN_TABLES:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows[table] = {tuple(map(str, row)) for row in cursor.fetchall()}
    return rows


@dataclass
class Effect:
    """What a request did: the status, the text, and the tables in which rows came, or were changed or gone."""

    status: int
    text: str
    came: set[str]
    changed: set[str]


def ask(client: Client, method: str, address: str, data: dict, before: Rows | None = None) -> Effect:
    """Ask, look what it did, and undo it. Rows are only compared when something was written at all."""
    cookies, written = client.cookies.copy(), []

    def look(execute, sql, *rest):
        if re.match(r"\s*(?:INSERT|UPDATE|DELETE)", sql, re.IGNORECASE) and not any(own in sql for own in OWN_TABLES):
            written.append(sql)
        return execute(sql, *rest)

    with transaction.atomic():
        with connection.execute_wrapper(look):
            answer = client.get(address) if method == "GET" else client.post(address, data)
            text = answer.getvalue().decode(errors="replace")
        after = all_rows() if written and before else {}
        transaction.set_rollback(True)
    client.cookies = cookies
    came = {table for table in after if after[table] - before[table]}
    changed = {table for table in after if before[table] - after[table]}
    return Effect(answer.status_code, text, came, changed)
