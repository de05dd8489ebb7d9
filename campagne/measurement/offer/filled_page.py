"""A new page for one cell of the table: Wagtail's own form, with the theme and the group chosen already."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

from campagne.content.models import ContentPage
from doelgroepen.models import TargetGroup, Theme

THEME, GROUP = "thema", "doelgroep"


class FilledCreateView(CreateView):
    """Fills in before anything is drawn; whoever fills the form in may choose otherwise."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if theme := self._asked(Theme, THEME):
            self.form.initial["theme"] = theme.pk
        if group := self._asked(TargetGroup, GROUP):
            self.form.initial["target_groups"] = [group.pk]
        return super().get_context_data(**kwargs)

    def _asked(self, model: type[Model], name: str) -> Model | None:
        slug = self.request.GET.get(name, "")
        return model._default_manager.filter(slug=slug).first() if slug.isprintable() else None


def fill_in(request: HttpRequest, parent: Page, kind: type[Page]) -> HttpResponseBase | None:
    """Answer in Wagtail's place when a theme or a group is asked for; it asked before who may make pages here."""
    is_asked = request.method == "GET" and {THEME, GROUP} & request.GET.keys() and issubclass(kind, ContentPage)
    if not is_asked or getattr(request, "is_filled_in", False):
        return None
    request.is_filled_in = True  # The form that fills in asks the same hook.
    return FilledCreateView.as_view()(request, kind._meta.app_label, kind._meta.model_name, parent.pk)
