"""What every page has around it: the site's name, its municipalities, and whether this is a demo."""

from django.db.models import Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

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
    """The settings of this site, with the facts of the installation fetched along."""
    fact = Installation.objects.order_by("pk")
    settings = SiteSettings.objects.annotate(
        installed_region=Subquery(fact.values("region_name")[:1]),
        installed_as_demo=Subquery(fact.values("is_demo")[:1]),
    )
    return settings.filter(site=Site.find_for_request(request)).first() or SiteSettings()


def _installation(settings: SiteSettings) -> Installation:
    """The installation as fetched with the settings; asked for by itself on a site that has no settings yet."""
    if settings.pk is None:
        return Installation.objects.current() or Installation()
    return Installation(region_name=settings.installed_region or "", is_demo=bool(settings.installed_as_demo))
