"""What every page has around it: the site's name, its municipalities, and whether this is a demo."""

from django.core.exceptions import DisallowedHost
from django.db.models import Case, Q, Subquery, When
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.functional import SimpleLazyObject

from campagne.content.places import MunicipalityPage
from campagne.serving.models import Installation
from home.models import SiteSettings


def site_furniture(request: HttpRequest) -> dict:
    """Give templates `installation`, `site_settings` and `municipality_pages`, each asked for only when used."""
    settings = SimpleLazyObject(lambda: _settings(request))
    return {
        "installation": SimpleLazyObject(lambda: _installation(settings)),
        "site_settings": settings,
        "municipality_pages": SimpleLazyObject(lambda: list(MunicipalityPage.objects.live().order_by("title"))),
    }


def _settings(request: HttpRequest) -> SiteSettings:
    """The settings of this site, with the facts of the installation fetched along, in one question.

    Which site it is, Wagtail would ask first; here the one that fits best comes first, in Wagtail's own order.
    """
    fact = Installation.objects.order_by("pk")
    settings = SiteSettings.objects.annotate(
        installed_region=Subquery(fact.values("region_name")[:1]),
        installed_as_demo=Subquery(fact.values("is_demo")[:1]),
    )
    name, is_default = Q(site__hostname=_name_of(request)), Q(site__is_default_site=True)
    fit = Case(
        When(name & Q(site__port=request.get_port()), then=0),
        When(name & is_default, then=1),
        When(is_default, then=2),
        default=3,
    )
    return settings.filter(name | is_default).annotate(fit=fit).order_by("fit", "pk").first() or SiteSettings()


def _name_of(request: HttpRequest) -> str:
    """The name that was asked for; empty for one that is refused, for the refusal has furniture as well."""
    try:
        return split_domain_port(request.get_host())[0]
    except DisallowedHost:
        return ""


def _installation(settings: SiteSettings) -> Installation:
    """The installation as fetched with the settings; asked for by itself on a site that has no settings yet."""
    if settings.pk is None:
        return Installation.objects.current() or Installation()
    return Installation(region_name=settings.installed_region or "", is_demo=bool(settings.installed_as_demo))
