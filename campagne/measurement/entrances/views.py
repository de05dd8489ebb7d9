"""Screens about one entrance: what came of it, its address to try out, and its sheets to print.

Whose entrance it is, the view set has asked before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from campagne.content.printing.pdfs import made
from campagne.content.printing.sheets import code_of
from campagne.measurement.entrances.comparing import places_of
from campagne.measurement.entrances.entrance import Entrance, MonthEntrance
from campagne.measurement.entrances.paper import EntrancePaper, address_of, sheet_of
from campagne.sheets.pdf import CannotPrint
from campagne.sheets.qr import spoken

LIST, ADD, EDIT, PLACE, PAPER = (
    f"wagtailsnippets_measurement_entrance:{name}" for name in ("list", "add", "edit", "place", "paper")
)
KEPT_BY_NOBODY = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class Sheet:
    """A link to a sheet, and what of the page is not on it, in sentences."""

    label: str
    url: str
    left_out: tuple[str, ...]


class EntranceIndexView(IndexView):
    def get_list_more_buttons(self, instance: Entrance) -> list:
        return [*super().get_list_more_buttons(instance), _button(instance)]

    @property
    def header_more_buttons(self) -> list:
        compare = Button("Vergelijk plekken", url=reverse("figures_places"), icon_name="table", priority=5)
        return [*super().header_more_buttons, compare]


class EntranceCreateView(CreateView):
    """`?page=12` fills in where it leads."""

    def get_initial(self) -> dict[str, Any]:
        page = self.request.GET.get("page", "")
        return {**super().get_initial(), **({"page": int(page)} if page.isascii() and page.isdigit() else {})}

    def get_success_url(self) -> str:
        return reverse(PLACE, args=[self.object.pk])


class EntranceEditView(EditView):
    @property
    def header_more_buttons(self) -> list:
        return [*super().header_more_buttons, _button(self.object)]


class PlaceView(WagtailAdminTemplateMixin, TemplateView):
    """What came of one place, month by month."""

    template_name = "measurement/entrances/place.html"
    page_title = "Ingang"
    header_icon = "login"
    model: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.entrance = get_object_or_404(Entrance.objects.select_related("page", "photo"), pk=kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = address_of(self.entrance)
        own = {
            "entrance": self.entrance,
            "place": places_of([self.entrance])[0],
            "months": _months(self.entrance),
            "address": spoken(address),
            "qr": code_of(address),
            "try_url": reverse("entrance", args=[self.entrance.code]),
            "sheets": _sheets(self.entrance),
            "edit_url": reverse(EDIT, args=[self.entrance.pk]),
            "compare_url": reverse("figures_places"),
        }
        return {**super().get_context_data(**kwargs), **own}

    def get_page_subtitle(self) -> str:
        return str(self.entrance)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(LIST), "label": "Ingangen"},
            {"url": "", "label": str(self.entrance)},
        ]


class PaperView(View):
    """A sheet as a page, to print from a browser."""

    model: Any = None

    def get(self, request: HttpRequest, pk: int, paper: str) -> HttpResponse:
        entrance = get_object_or_404(Entrance.objects.select_related("page"), pk=pk)
        if paper not in list(EntrancePaper):
            raise Http404("Dit blad is er niet.")
        sheet = sheet_of(entrance, EntrancePaper(paper))
        back = {"entrance": entrance, "back_url": reverse(PLACE, args=[pk])}
        context = {"sheet": sheet, "paper": sheet.paper, "page": sheet.page, **back}
        html = render_to_string("measurement/entrances/sheet.html", context, request)
        return self.answer(request, entrance, sheet.paper, html)

    def answer(self, request: HttpRequest, entrance: Entrance, paper: EntrancePaper, html: str) -> HttpResponse:
        return HttpResponse(html, headers=KEPT_BY_NOBODY)


class PaperPdfView(PaperView):
    """The same page as a PDF."""

    def answer(self, request: HttpRequest, entrance: Entrance, paper: EntrancePaper, html: str) -> HttpResponse:
        try:
            content = made(html, paper)
        except CannotPrint as missing:
            messages.warning(request, " ".join(missing.args))
            return redirect(PLACE, entrance.pk)
        named = {"Content-Disposition": f'inline; filename="{paper.value}-{entrance.code}.pdf"'}
        return HttpResponse(content, content_type="application/pdf", headers={**named, **KEPT_BY_NOBODY})


def _button(entrance: Entrance) -> Button:
    return Button("Cijfers en printen", url=reverse(PLACE, args=[entrance.pk]), icon_name="table", priority=5)


def _months(entrance: Entrance) -> list[Mapping[str, date | int]]:
    """Scans and visits per month, the last one first."""
    rows = MonthEntrance.objects.filter(entrance=entrance.pk).order_by("-month")
    return list(rows.values("month", "scans", "visits"))


def _sheets(entrance: Entrance) -> list[Sheet]:
    return [
        Sheet(paper.label, reverse(PAPER, args=[entrance.pk, paper.value]), sheet_of(entrance, paper).fitted.left_out)
        for paper in EntrancePaper
    ]
