"""Long lists come a screen at a time."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGES_ON_A_SCREEN = 24


def one_screen(found: Sequence[Any], request: HttpRequest) -> Page:
    """The screen that `?pagina=` asks for; a number out of range or no number gives the nearest screen."""
    return Paginator(found, PAGES_ON_A_SCREEN).get_page(request.GET.get("pagina"))
