"""'Gezocht en niet gevonden': for editors, the words that many looked for, per week."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from home.search.models import FEWEST_DAYS, FEWEST_SEARCHES, WEEKS_KEPT, MissedWord

TITLE = "Gezocht en niet gevonden"
VIEW_SYNONYMS = "home.view_synonymset"


@require_admin_access
@require_safe
def missed_words(request: HttpRequest) -> TemplateResponse:
    """Counts of words, of the whole site: a search belongs to no municipality. Raises PermissionDenied for others."""
    if not request.user.has_perm(VIEW_SYNONYMS):
        raise PermissionDenied
    context = {
        "page_title": TITLE,
        "header_title": TITLE,
        "header_icon": "search",
        "breadcrumbs_items": [{"url": "", "label": TITLE}],
        "words": MissedWord.shown(),
        "fewest_searches": FEWEST_SEARCHES,
        "fewest_days": FEWEST_DAYS,
        "weeks": WEEKS_KEPT,
        "add_url": reverse("wagtailsnippets_home_synonymset:add"),
    }
    return TemplateResponse(request, "home/admin/missed_words.html", context)
