"""What the coach finds, beside the page that is being written: in Wagtail's checks and in the preview.

The preview of a page carries its signals, worked out from what stands in the form; a script marks where they are and
another lists them in the panel. So there is one set of rules, and nothing is sent anywhere.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.userbar import BaseItem, ContentCheckerItem

from campagne.content.coaching.owners import Owners
from campagne.content.coaching.reading import reading_of
from campagne.content.coaching.told import panel_of
from campagne.content.page import ContentPage
from campagne.language.models import HardWord
from campagne.language.signals import Kind

# A passive is only a hint, and a sentence that is rather long no fault: these are listed, and not marked in the text.
MARKED = (Kind.TOO_LONG, Kind.WORD, Kind.LINK, Kind.ABBREVIATION)
SEE_LIST = "Bij ‘Taal’ in dit paneel staat wat u kunt doen."
TEXTS = "main :is(h1, h2, h3, h4, p, li, dt, dd, summary, figcaption)"


class LanguageSignals(BaseItem):
    """The signals of a page, as data for the scripts."""

    template_name = "content/admin/language_signals.html"

    def __init__(self, page: ContentPage) -> None:
        super().__init__()
        self.page = page

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        owner = Owners().at(self.page.path or "")
        words = HardWord.objects.offered_in(owner.pk if owner else None).as_list()
        panel = panel_of(self.page, reading_of(self.page, words))
        return {**super().get_context_data(parent_context), "panel": {**panel, "marked": MARKED}}

    class Media:
        js = ["js/language_checks.js"]


def coach(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Add the rules wherever a page is checked, and its signals where it is looked at before it is published."""
    if not isinstance(page, ContentPage):
        return
    for item in items:
        if isinstance(item, ContentCheckerItem):
            _add_rules(item)
    if getattr(request, "is_preview", False):
        items.append(LanguageSignals(page))


def _add_rules(item: ContentCheckerItem) -> None:
    rules = {kind: f"taal-{kind.value}" for kind in MARKED}
    item.axe_run_only = [*item.axe_run_only, *rules.values()]
    item.axe_custom_rules = [*item.axe_custom_rules, *(_rule(name) for name in rules.values())]
    item.axe_custom_checks = [*item.axe_custom_checks, *({"id": name} for name in rules.values())]
    messages = {name: {"error_name": kind.label, "help_text": SEE_LIST} for kind, name in rules.items()}
    item.axe_messages = {**item.axe_messages, **messages}


def _rule(name: str) -> dict[str, Any]:
    """A rule of axe: every text must pass the check of the same name, which the script brings."""
    return {"id": name, "impact": "minor", "selector": TEXTS, "tags": ["taal"], "any": [name], "enabled": True}
