"""Publishing from the list of pages asks what publishing from the form asks."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from campagne.content.readable import Readable
from campagne.content.reading_form import why_not_published


def refuse_what_is_missing(request: HttpRequest, pages: Iterable[Page], *, with_below: bool) -> HttpResponse | None:
    """Send the editor back with a sentence for each page that may not be published; None if all may be."""
    refused = [(page, reason) for page in _to_publish(pages, with_below=with_below) if (reason := reason_against(page))]
    for page, reason in refused:
        messages.error(request, f"‘{page.title}’ is niet gepubliceerd. {reason}")
    return redirect(request.GET.get("next") or "wagtailadmin_home") if refused else None


def reason_against(page: Page) -> str:
    """Why the newest draft of a page may not be published; empty if it may."""
    draft: Any = page.specific.get_latest_revision_as_object()
    if not isinstance(draft, Readable):
        return ""
    told = {"is_easy": draft.is_easy, "has_easy_text": draft.easy_text is not None}
    return why_not_published(draft.target_groups.all(), **told)


def _to_publish(pages: Iterable[Page], *, with_below: bool) -> Iterator[Page]:
    for page in pages:
        yield page
        if with_below:
            yield from page.get_descendants().not_live()
