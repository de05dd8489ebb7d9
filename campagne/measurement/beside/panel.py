"""The panel "Cijfers" beside the editor of a page.

Wagtail knows no hook for such a panel, so its two screens that edit a page are ours here, with one panel more.
"""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page

from campagne.content.module import ModulePage
from campagne.measurement.beside.told import told_of


class FiguresSidePanel(BaseSidePanel):
    """Figures of the page as readers get it; `record` is its row, because a draft does not know what is published."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Cijfers tonen of verbergen"
        icon_name = "table"
        has_counter = False

    class Media:
        css = {"all": ["css/figures_beside.css"]}

    name = "figures"
    title = "Cijfers"
    template_name = "measurement/beside/panel.html"
    order = 500

    def __init__(self, *args: Any, record: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        told = told_of(self.record, timezone.localdate(), has_steps=issubclass(self.model, ModulePage))
        sees_more = told.versions is not None and self.request.user.has_perm("staff.view_figures")
        all_figures = f"{reverse('figures')}?pagina={self.record.pk}" if sees_more else ""
        return {**super().get_context_data(parent_context), "told": told, "all_figures": all_figures}


class FiguresBeside:
    """A screen of Wagtail that edits a page, for whoever may edit it, with the figures of that page.

    What an automatic save gets back is a part of the screen, in which nothing was counted anew.
    """

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return MediaContainer([*panels, FiguresSidePanel(self.page, self.request, record=self.real_page_record)])


class EditViewWithFigures(FiguresBeside, EditView):
    pass


class RevertViewWithFigures(FiguresBeside, RevisionsRevertView):
    pass
