"""The papers about privacy in the admin: to read, to print and to take along, for whoever works for the region."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.measurement.privacy.document import as_markdown
from campagne.measurement.privacy.texts import Text, text_of
from campagne.staff.ownership import works_for_region

TITLE = "Privacyteksten"


@require_safe
def privacy_texts(request: HttpRequest) -> HttpResponse:
    """`?tekst=` says which of the two, `?als=md` asks for a file. Raises Http404 for a text that there is not."""
    if not works_for_region(request.user):
        raise PermissionDenied("Vraag iemand die voor de hele regio werkt om deze teksten.")
    asked = request.GET.get("tekst", Text.ASSESSMENT)
    if asked not in Text:
        raise Http404(f"Er is geen tekst {asked!r}; wel: {', '.join(Text.values)}.")
    document = text_of(Text(asked), timezone.localdate())
    if request.GET.get("als") == "md":
        named = f'attachment; filename="{document.name}.md"'
        headers = {"Content-Disposition": named, "Cache-Control": "no-store"}
        return HttpResponse(as_markdown(document), content_type="text/markdown; charset=utf-8", headers=headers)
    around = {
        "page_title": document.title,
        "header_title": TITLE,
        "header_icon": "doc-full",
        "breadcrumbs_items": [{"label": "Beheer", "url": reverse("wagtailadmin_home")}, {"label": TITLE, "url": ""}],
    }
    context = {**around, "document": document, "texts": Text.choices, "asked": asked}
    return TemplateResponse(request, "measurement/privacy_text.html", context)
