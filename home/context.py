"""What every page has around it: the site's name, its municipalities, and whether this is a demo."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from campagne.content.places import MunicipalityPage
from campagne.serving.models import Installation
from home.models import SiteSettings


def site_furniture(request: HttpRequest) -> dict:
    """Give templates `installation`, `site_settings` and `municipality_pages`, each asked for only when used."""
    return {
        "installation": SimpleLazyObject(lambda: Installation.objects.current() or Installation()),
        "site_settings": SimpleLazyObject(lambda: SiteSettings.for_request(request)),
        "municipality_pages": SimpleLazyObject(lambda: list(MunicipalityPage.objects.live().order_by("title"))),
    }
