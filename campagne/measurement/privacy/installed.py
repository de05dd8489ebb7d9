"""How this installation is set up, as far as it decides what is kept of people, where, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import Model

from campagne.mail import is_mail_set_up
from campagne.measurement.periods import MONTHS_OF_DAYS
from campagne.quiz.answers.anonymising import days_kept
from campagne.serving.models import Installation
from campagne.staff.access.exemption import WithoutSecondFactor
from doelgroepen.models import Municipality


@dataclass(frozen=True)
class Installed:
    """`backup_keep` are numbers of days, weeks and months, or None when no backups are made by themselves."""

    region: str
    municipalities: Sequence[str]
    is_demo: bool
    days_of_attempts: int
    months_of_days: int
    database: str
    has_bucket: bool
    has_shared_cache: bool
    has_mail: bool
    has_metrics: bool
    has_tls: bool
    keeps_offline: bool
    backup_keep: Sequence[int] | None
    backups_are_encrypted: bool
    second_factor_is_required: bool
    roles_without_second_factor: Sequence[str]
    identity_providers: Sequence[str]


def installed_now() -> Installed:
    """Read the settings and the database."""
    found = Installation.objects.current()
    return Installed(
        region=found.region_name if found else settings.WAGTAIL_SITE_NAME,
        municipalities=_names(Municipality, "name"),
        is_demo=bool(found and found.is_demo),
        days_of_attempts=days_kept(),
        months_of_days=MONTHS_OF_DAYS,
        database=connection.display_name,
        has_bucket=bool(settings.UPLOADS_URL),
        has_shared_cache=bool(settings.CACHE_URL),
        has_mail=is_mail_set_up(),
        has_metrics=bool(settings.METRICS_PORT),
        has_tls=settings.BEHIND_TLS,
        keeps_offline=settings.KEEP_OFFLINE,
        backup_keep=tuple(settings.BACKUP_KEEP) if settings.BACKUP_DIR else None,
        backups_are_encrypted=bool(settings.BACKUP_KEY),
        second_factor_is_required=settings.SECOND_FACTOR == "required",
        roles_without_second_factor=_names(WithoutSecondFactor, "group__name"),
        identity_providers=tuple(municipality.name for municipality in settings.OIDC),
    )


def _names(model: type[Model], field: str) -> tuple[str, ...]:
    return tuple(model._default_manager.order_by(field).values_list(field, flat=True))
