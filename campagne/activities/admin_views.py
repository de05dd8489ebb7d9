"""Screens of the admin that Wagtail does not have: mark an activity, and the way there."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import EditView, IndexView

from campagne.activities.marking import mark
from campagne.activities.models import Activity
from campagne.activities.occasions import State
from campagne.activities.words import whole_day_in_words

LIST, EDIT, MARK = (f"wagtailsnippets_activities_activity:{name}" for name in ("list", "edit", "mark"))
MARKED = {
    State.PLANNED: "gaat gewoon door",
    State.FULL: "is vol",
    State.CANCELLED: "gaat niet door",
}
DAYS_OFFERED = 12


def _button(activity: Activity) -> Button:
    return Button("Vol of gaat niet door", url=reverse(MARK, args=[activity.pk]), icon_name="warning", priority=5)


class ActivityIndexView(IndexView):
    def get_list_more_buttons(self, instance: Activity) -> list:
        return [*super().get_list_more_buttons(instance), _button(instance)]


class ActivityEditView(EditView):
    @property
    def header_more_buttons(self) -> list:
        look = Button("Bekijk op de site", url=self.object.url, icon_name="view", priority=6)
        return [*super().header_more_buttons, _button(self.object), *([look] if self.object.is_public else [])]


class MarkView(WagtailAdminTemplateMixin, TemplateView):
    """One question, three buttons. Whose activity it is, the view set has asked before."""

    template_name = "activities/mark.html"
    page_title = "Vol of gaat niet door"
    header_icon = "warning"
    permission_policy: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.activity = get_object_or_404(Activity, pk=kwargs["pk"])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permission_policy.user_has_permission_for_instance(request.user, "change", self.activity):
            raise PermissionDenied
        try:
            state, day = State(request.POST.get("state", "")), _day(request.POST.get("day", ""))
            mark(self.activity, state, day)
        except ValueError:
            messages.error(request, "Kies welke keer u bedoelt, en druk dan op een van de knoppen.")
            return redirect(MARK, self.activity.pk)
        log(instance=self.activity, action="wagtail.edit", user=request.user)
        which = f" op {whole_day_in_words(day)}" if day else ""
        messages.success(request, f"‘{self.activity}’ {MARKED[state]}{which}. Lezers zien het meteen.")
        return redirect(LIST)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        coming = self.activity.coming(timezone.now())
        days = [(each.day.isoformat(), whole_day_in_words(each.day), each) for each in coming[:DAYS_OFFERED]]
        own = {
            "activity": self.activity,
            "days": [] if self.activity.is_cancelled or not self.activity.recurrence.rule else days,
            "edit_url": reverse(EDIT, args=[self.activity.pk]),
        }
        return {**super().get_context_data(**kwargs), **own}

    def get_page_subtitle(self) -> str:
        return str(self.activity)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(LIST), "label": "Activiteiten"},
            {"url": reverse(EDIT, args=[self.activity.pk]), "label": str(self.activity)},
            {"url": "", "label": self.page_title},
        ]


def _day(told: str) -> date | None:
    """The day that was chosen; None for all of them. Raises ValueError for anything else."""
    return None if told == "all" else date.fromisoformat(told)
