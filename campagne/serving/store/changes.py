"""What raises the generation: every change of something that is shown, once it is committed.

Whatever is saved or deleted tells, but for drafts and what is never shown; Wagtail's signals tell what is withdrawn.
"""

from collections.abc import Callable
from typing import Any

from django.apps import AppConfig, apps
from django.db import Error, connection, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from modelcluster.fields import ParentalKey
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, published, unpublished

from campagne.serving.store import running
from campagne.serving.store.generation import Generation

# Apps and models of which nothing stands on a public page: who works here, what visitors did, bookkeeping.
NOT_SHOWN_APPS = frozenset(
    {"admin", "auth", "contenttypes", "measurement", "sessions", "staff", "guided", "wagtailadmin", "wagtailsearch"}
    | {"wagtailsearchpromotions", "wagtailusers", "serving", "language", "account", "mfa", "socialaccount"}
)
NOT_SHOWN = frozenset(
    {"media.rendition", "wagtailimages.image", "wagtailimages.rendition"}
    | {f"quiz.{name}" for name in ("attempt", "response", "responsechoice")}
    | {"incidents.incident", "incidents.incident_municipalities", "incidents.preparedline"}
    | {"incidents.heldplan", "incidents.reminder"}
    | {f"quiz.{name}" for name in ("attemptcount", "itemcount", "transitioncount")}
    | {f"wagtailcore.{name}" for name in ("revision", "modellogentry", "pagelogentry", "referenceindex", "comment")}
    | {f"wagtailcore.{name}" for name in ("commentreply", "pagesubscription", "uploadedfile", "task", "taskstate")}
    | {f"wagtailcore.{name}" for name in ("workflow", "workflowtask", "workflowpage", "workflowstate")}
    | {f"wagtailcore.{name}" for name in ("workflowcontenttype", "groupapprovaltask", "grouppagepermission")}
    | {f"wagtailcore.{name}" for name in ("groupcollectionpermission", "groupsitepermission")}
    | {"wagtailcore.groupapprovaltask_groups"}
    | {f"home.{name}" for name in ("readpage", "pageword", "storedlexicon", "synonymset", "missedword")}
)
# Once one of these is saved, nothing that was made before may be shown.
FORBIDS_OLDER = frozenset({"wagtailcore.pageviewrestriction", "incidents.message"})
# Of what is counted only this stands on a page, /cijfers/: the months that were frozen and what stands beside them.
# Observations are put in many at once, of which nothing tells but the file that they came from.
OF_PUBLIC_FIGURES = frozenset(
    {"publishedmonth", "publishedfigure", "contextevent", "observation", "officialfile", "goal", "indicator", "region"}
)
SHOWN_AFTER_ALL = frozenset({"serving.installation"} | {f"measurement.{name}" for name in OF_PUBLIC_FIGURES})
# What is written when a draft is saved; nothing of it is public.
OF_A_DRAFT = frozenset(
    {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}
    | {"go_live_at", "expire_at", "locked", "locked_at", "locked_by", "owner"}
)


def is_shown(model: type[Model]) -> bool:
    """Tell whether something of this kind can stand on a public page."""
    app, label = model._meta.app_label, model._meta.label_lower
    if apps.all_models[app].get(model._meta.model_name) is not model:
        return False  # As a migration knows it; after all migrations everything is made again.
    return label in SHOWN_AFTER_ALL or (label not in NOT_SHOWN and app not in NOT_SHOWN_APPS)


def connect(app: AppConfig) -> None:
    post_migrate.connect(_rise, sender=app, dispatch_uid="store")
    post_save.connect(_saved, dispatch_uid="store")
    post_delete.connect(_deleted, dispatch_uid="store")
    m2m_changed.connect(_related, dispatch_uid="store")
    published.connect(_rise, dispatch_uid="store")
    page_published.connect(_page_published, dispatch_uid="store")
    for gone in (unpublished, page_unpublished, page_slug_changed, post_page_move):
        gone.connect(_withdrawn, dispatch_uid="store")


def _saved(sender: type[Model], instance: Model, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    if not is_shown(sender) or (update_fields and update_fields <= OF_A_DRAFT):
        return
    if isinstance(instance, Page) and not instance.live:
        return
    if sender._meta.label_lower not in FORBIDS_OLDER:
        _when_committed(rise)
        return
    # Written down together with the change: a process killed after the commit cannot tell of it any more.
    Generation.objects.rise(forbids_older=True)
    _when_committed(_withdraw)


def _deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    """What was a thing by itself is withdrawn; a row of a page, as a choice of groups, goes as part of an edit."""
    if not is_shown(sender) or (isinstance(instance, Page) and not instance.live):
        return
    is_part = any(isinstance(field, ParentalKey) for field in sender._meta.get_fields())
    _when_committed(rise if is_part else _withdraw)


def _related(sender: type[Model], action: str, instance: Model, **_: Any) -> None:
    if action.startswith("post_") and is_shown(type(instance)):
        _when_committed(rise)


def _rise(**_: Any) -> None:
    _when_committed(rise)


def _withdrawn(**_: Any) -> None:
    _when_committed(_withdraw)


def _page_published(instance: Page, **_: Any) -> None:
    """Make the page itself at once, so that it is there when its editor is told so."""
    _when_committed(rise)
    transaction.on_commit(lambda: running.make_now(instance))


def _when_committed(act: Callable[[], None]) -> None:
    """Do it once for a whole transaction, however much is saved in it."""
    if all(waiting is not act for _, waiting, *_ in connection.run_on_commit):
        transaction.on_commit(act)


def rise() -> None:
    _tell(forbids_older=False)


def _withdraw() -> None:
    _tell(forbids_older=True)


def _tell(*, forbids_older: bool) -> None:
    """Raise the generation. What changed is committed already, so a database that refuses now is told later."""
    try:
        running.learn(Generation.objects.rise(forbids_older=forbids_older))
    except Error:
        if not running.rise_unheard(forbids_older=forbids_older):
            raise
