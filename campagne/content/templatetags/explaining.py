"""Words that a page explains, where they stand in its running text."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from campagne.content.hard_words import explained

register = template.Library()


@register.simple_tag(name="explained", takes_context=True)
def explain(context: Mapping[str, Any], value: Any) -> SafeString:
    """Rich text with the hard words of its page explained; as it is where there is no page or no such word."""
    html = str(value)
    meanings = getattr(context.get("page"), "hard_words", None)
    # Rich text comes out of the editor's converter, and what is added is escaped.
    return mark_safe(explained(html, meanings) if meanings else html)
