"""The sheets in the admin: to look at, to print and as a tagged PDF."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.onepager.choosing import SheetsForm
from campagne.measurement.onepager.sheet import sheets_for
from campagne.measurement.screen import figures_screen
from campagne.media.own_files import print_style
from campagne.serving.models import Installation
from campagne.sheets.pdf import CannotPrint, pdf_of

TITLE = "Eén A4 per doel"
STYLESHEETS = ("css/tokens.css", "css/onepager.css", "css/onepager_print.css")


@require_safe
def one_pager(request: HttpRequest) -> TemplateResponse:
    form = _form(request)
    context = {
        "form": form,
        "pdf_url": f"{reverse('one_pager_pdf')}?{request.GET.urlencode()}",
        "mail_url": reverse("monthly_mail"),
        "sees_all": sees_all(request.user),
        **sheet_context(form),
    }
    return figures_screen(request, "onepager/screen", (TITLE, ""), context=context, icon="doc-full")


@require_safe
def one_pager_pdf(request: HttpRequest) -> HttpResponse:
    """As many pages as there are goals."""
    context = sheet_context(_form(request))
    page = render_to_string("measurement/onepager/print.html", context, request)
    try:
        content = pdf_of(page, stylesheets=map(print_style, STYLESHEETS), site=settings.SITE_URL)
    except CannotPrint as missing:
        messages.warning(request, " ".join(missing.args))
        return redirect(f"{reverse('one_pager')}?{request.GET.urlencode()}")
    named = f'attachment; filename="een-a4-{context["asked"].choice.value}.pdf"'
    headers = {"Content-Disposition": named, "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def sheet_context(form: SheetsForm) -> dict[str, Any]:
    """What the templates of a sheet need; who makes the site they take from the settings of the site."""
    asked = form.asked()
    return {
        "asked": asked,
        "title": f"{TITLE}: {asked.choice.words}",
        "sheets": sheets_for(asked, form.themes),
        "is_demo": Installation.objects.is_demo(),
        "made_on": form.today,
        "site_url": settings.SITE_URL,
    }


def _form(request: HttpRequest) -> SheetsForm:
    """Read what was chosen; raise PermissionDenied for whoever may not see figures."""
    if not request.user.has_perm("staff.view_figures"):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    return SheetsForm(request.GET, user=request.user, today=timezone.localdate())
