"""The totals in the admin: a library sees its own, a municipality what was held there, the region everything."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from campagne.guided.report import told
from campagne.guided.report.sight import sees_every_session, sees_totals, sessions_counted_for
from campagne.guided.report.totals import By, Gathered, gathered, totals
from campagne.guided.report.totals_sheet import HEADER, totals_rows
from campagne.serving.models import Installation
from campagne.sheets.csv_file import write_csv

MEANINGS = (told.VISITORS, told.BEGUN, told.FINISHED, told.REFERRED, told.BEFORE)


class TotalsForm(forms.Form):
    """By what, and of which quarter; what cannot be read is left out."""

    per = forms.ChoiceField(label="Per", choices=[(by.value, by.value.capitalize()) for by in By], required=False)
    kwartaal = forms.ChoiceField(label="Kwartaal", required=False)

    def __init__(self, chosen: Any, everything: Gathered) -> None:
        super().__init__(chosen)
        quarters = [(quarter.key, str(quarter)) for quarter in everything.quarters]
        self.fields["kwartaal"].choices = [("", "Alle kwartalen"), *quarters]

    @property
    def by(self) -> By:
        self.is_valid()
        return By(self.cleaned_data.get("per") or By.LOCATION)

    @property
    def quarter(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("kwartaal", "")


@require_safe
def totals_screen(request: HttpRequest) -> TemplateResponse:
    everything = _gathered(request)
    form = TotalsForm(request.GET, everything)
    query = request.GET.urlencode()
    crumbs = [("Beheer", reverse("wagtailadmin_home")), ("Cijfers van begeleide lessen", "")]
    context = {
        "header_title": "Cijfers van begeleide lessen",
        "header_icon": "table",
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in crumbs],
        "form": form,
        "by": form.by.value,
        "totals": totals(everything.within(form.quarter), form.by),
        "meanings": MEANINGS,
        "sees_all": sees_every_session(request.user),
        "csv_url": f"{reverse('guided_totals_csv')}?{query}",
        "is_demo": Installation.objects.is_demo(),
    }
    return TemplateResponse(request, "guided/report/totals.html", context, headers={"Cache-Control": "no-store"})


@require_safe
def totals_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every way of taking together, of the quarter that was chosen."""
    everything = _gathered(request)
    chosen = everything.within(TotalsForm(request.GET, everything).quarter)
    rows = totals_rows((total for by in By for total in totals(chosen, by)), is_demo=Installation.objects.is_demo())
    return StreamingHttpResponse(
        write_csv(rows, header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="begeleide-lessen.csv"',
            "Cache-Control": "no-store",
        },
    )


def _gathered(request: HttpRequest) -> Gathered:
    """What this person may count. Raises PermissionDenied for who may count nothing."""
    if not sees_totals(request.user):
        raise PermissionDenied("Vraag de beheerder om bij een bibliotheek of een gemeente te horen.")
    return gathered(sessions_counted_for(request.user))
