"""A certificate of taking part. The name on it is typed on the page and never sent: the server does not know it."""

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import PageQuerySet

from campagne.content.models import ModulePage


@require_safe
def certificate(request: HttpRequest, module: str = "") -> TemplateResponse:
    """The same for everybody, so it is stored like any page: of one published module, or of no module in particular."""
    published = _published()
    chosen = published.filter(slug=module).first() if module else None
    if module and chosen is None:
        raise Http404
    context = {"chosen": chosen, "modules": published.order_by("title")}
    return TemplateResponse(request, "guided/report/certificate.html", context)


def _published() -> PageQuerySet:
    """The modules that anybody can read; of two with one address name that of the region comes first."""
    return ModulePage.objects.live().public().order_by("depth", "path")
