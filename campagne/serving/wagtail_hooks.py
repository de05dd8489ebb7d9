"""What the admin shows of this installation."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from campagne.serving.clock.panel import REGIONAL_WORK, ClockPanel


@hooks.register("construct_homepage_panels")
def show_troubles_of_clock(request: HttpRequest, panels: list[Component]) -> None:
    """Tell who works for the region; a municipal editor cannot do anything about it."""
    if request.user.has_perm(REGIONAL_WORK):
        panels.append(ClockPanel())
