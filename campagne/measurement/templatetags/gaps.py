"""Show what the municipality still has to fill in as something that catches the eye."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from campagne.measurement.privacy.document import GAP, Points, Rows

register = template.Library()


@register.filter
def with_gaps(text: str) -> SafeString:
    """The text, escaped, with each gap marked."""
    pieces, gaps = GAP.split(text), GAP.findall(text)
    marked = [format_html("{}<mark>{}</mark>", piece, gap) for piece, gap in zip(pieces, gaps, strict=False)]
    return mark_safe("".join([*marked, format_html("{}", pieces[-1])]))


@register.filter
def kind_of(part: str | Points | Rows) -> str:
    """What a part of a text is drawn as: "text", "points" or "rows"."""
    return "rows" if isinstance(part, Rows) else "points" if isinstance(part, Points) else "text"
