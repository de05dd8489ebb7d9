"""What a page needs to be printed: an address for each sheet below its own, and the same as a PDF."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.admin.panels import HelpPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path

from campagne.content.printing.fitting import Fitted
from campagne.content.printing.gist import has_gist
from campagne.content.printing.paper import Missing, Paper, Way
from campagne.content.printing.pdfs import pdf_response
from campagne.content.printing.sheets import address_of, checked, code_of, sheet_of
from campagne.sheets.qr import spoken

SHEETS = "|".join(Paper)
NOT_PRINTED = "Dit blad is er niet: op deze pagina staat niet wat u doet of wie u belt."


class Printed(RoutablePageMixin):
    """A page with sheets; those of another language stand below the page in that language.

    `papers_at_most` are the sheets of its kind; a card there is only of a page that says what to do or whom to call.
    """

    papers_at_most: tuple[Paper, ...] = tuple(Paper)
    page_on_paper = Paper.PAGE.template
    page_label = Paper.PAGE.label
    paper_panels = [HelpPanel(template="content/admin/paper_state.html", heading="Op papier")]

    @re_path(rf"^(?P<paper>{SHEETS})/$", name="sheet")
    def sheet(self, request: HttpRequest, paper: str) -> HttpResponse:
        return self.printed(request, Paper(paper))

    @re_path(rf"^(?P<paper>{SHEETS})/pdf/$", name="sheet_pdf")
    def sheet_pdf(self, request: HttpRequest, paper: str) -> HttpResponse:
        return self.as_pdf(request, Paper(paper), self.printed(request, Paper(paper)))

    def printed(self, request: HttpRequest, paper: Paper) -> TemplateResponse:
        """The sheet as a page of HTML. Raises Http404 for one that this page does not have."""
        if paper not in self.papers:
            raise Http404(NOT_PRINTED)
        if paper is Paper.PAGE:
            return self.render_sheet(request, paper, **self.whole_on_paper())
        return self.render_sheet(request, paper, sheet=sheet_of(self, paper))

    def whole_on_paper(self) -> dict[str, Any]:
        """What the template of the whole page on A4 shows beside the page itself."""
        return {}

    def render_sheet(self, request: HttpRequest, paper: Paper, **more: Any) -> TemplateResponse:
        address = address_of(self)
        context = {
            "paper": paper,
            "address": spoken(address),
            "qr": code_of(address),
            "checked": checked(self.reviewed_on),
            **more,
        }
        template = self.page_on_paper if paper is Paper.PAGE else paper.template
        return self.render(request, template=template, context_overrides=context)

    def as_pdf(self, request: HttpRequest, paper: Paper, sheet: TemplateResponse) -> HttpResponse:
        """The same HTML, as a PDF with a name that tells what it is."""
        name = f"{paper.value}-{self.slug}"
        return pdf_response(request, sheet.render().content.decode(), paper, name)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(paper for paper in self.papers_at_most if paper is not Paper.CARD or has_gist(self))

    @property
    def sheets(self) -> list[Way]:
        """The links to what can be printed of this page."""
        labels = {Paper.PAGE: self.page_label}
        return [Way(paper, labels.get(paper, paper.label), f"{self.url}{paper.value}/") for paper in self.papers]

    @property
    def sheets_that_miss_something(self) -> list[Missing]:
        """The sheets on which not everything fits; none for a page that was never saved."""
        fitting = [paper for paper in self.papers if paper is not Paper.PAGE and self.pk]
        found = [Missing(paper.label, self.fitted_on(paper).left_out) for paper in fitting]
        return [missing for missing in found if missing.left_out]

    def fitted_on(self, paper: Paper) -> Fitted:
        return sheet_of(self, paper).fitted

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [*super().preview_modes, *((paper.value, paper.label) for paper in self.papers_at_most)]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name not in list(Paper):
            return super().serve_preview(request, mode_name)
        try:
            return self.printed(request, Paper(mode_name))
        except Http404 as nothing:
            return HttpResponse(str(nothing), content_type="text/plain; charset=utf-8")
