"""Sentences in three languages, written in peace: those that are ready for an incident, and dated statements."""

from dataclasses import dataclass

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.admin.screen import REFUSED, screen
from campagne.incidents.models import PreparedLine, Statement


class LineForm(forms.ModelForm):
    class Meta:
        model = PreparedLine
        fields = ("text_nl", "text_en", "text_de", "order")


class StatementForm(forms.ModelForm):
    class Meta:
        model = Statement
        fields = ("text_nl", "text_en", "text_de", "checked_on", "order")
        widgets = {"checked_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


@dataclass(frozen=True)
class Sort:
    """One sort of sentences; `name` is the middle of the names of its addresses."""

    name: str
    title: str
    intro: str
    model: type[Model]
    form: type[forms.ModelForm]

    @property
    def list_url(self) -> str:
        return reverse(f"incidents_{self.name}s")

    @property
    def new_url(self) -> str:
        return reverse(f"incidents_new_{self.name}")


LINES = Sort(
    "line",
    "Zinnen die klaarstaan",
    "Met één vinkje komt zo'n zin bij een melding, in drie talen. Schrijf ze in alle rust.",
    PreparedLine,
    LineForm,
)
STATEMENTS = Sort(
    "statement",
    "Mededelingen met datum",
    "Feiten die niet vanzelf waar blijven, zoals over de sirene. Ze staan op /nu/, met de dag waarop ze zijn nagegaan.",
    Statement,
    StatementForm,
)


@for_raisers
def lines(request: HttpRequest, sort: Sort) -> HttpResponse:
    found = [(each, reverse(f"incidents_{sort.name}", args=[each.pk])) for each in sort.model.objects.all()]
    return screen(request, "lines", sort.title, sort=sort, lines=found)


@for_raisers
def line(request: HttpRequest, sort: Sort, pk: int | None = None) -> HttpResponse:
    """Write a new one, or change one. What was told already stays as it was."""
    found = get_object_or_404(sort.model, pk=pk) if pk else None
    form = sort.form(request.POST or None, instance=found)
    if form.is_valid():
        form.save()
        messages.success(request, "Bewaard.")
        return redirect(sort.list_url)
    status = REFUSED if form.is_bound else 200
    title = "Zin wijzigen" if found else "Nieuwe zin"
    drop_url = reverse(f"incidents_drop_{sort.name}", args=[pk]) if found else ""
    context = {"sort": sort, "form": form, "drop_url": drop_url, "status": status}
    return screen(request, "line", title, (sort.title, sort.list_url), **context)


@for_raisers
@require_POST
def drop_line(request: HttpRequest, sort: Sort, pk: int) -> HttpResponse:
    get_object_or_404(sort.model, pk=pk).delete()
    messages.success(request, "Weggehaald. Wat al verteld is, blijft staan.")
    return redirect(sort.list_url)
