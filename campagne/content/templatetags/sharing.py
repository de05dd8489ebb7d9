"""What a page tells messengers and search engines of itself, and the ways to pass it on."""

from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static

from campagne.content.sharing import Shared
from campagne.media.shared import LEAST_WIDTH, SHARE_SIZE, share_path
from campagne.serving.store.address import shown_by
from campagne.serving.store.running import paths_of

register = template.Library()

DRAWING = "img/share.png"
DRAWING_SAYS = "Een oudere vrouw en haar buurman zitten samen aan tafel. Hij wijst iets aan op haar telefoon."
LOCALES = {"nl": "nl_NL", "en": "en_GB", "de": "de_DE"}


class Told(template.Node):
    """Prints what is inside, and remembers it as plain text for what comes later in the page."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Context) -> str:
        printed = self.nodelist.render(context)
        context[f"told_{self.name}"] = unescape(printed).strip()
        return printed


@register.tag
def told(parser: Parser, token: Token) -> Told:
    """`{% told title %}{% block title %}…{% endblock %}{% endtold %}`: a block that is said twice in one page."""
    name, nodelist = token.split_contents()[1], parser.parse(("endtold",))
    parser.delete_first_token()
    return Told(name, nodelist)


@register.inclusion_tag("components/share_meta.html", takes_context=True)
def share_meta(context: Context) -> dict[str, Any]:
    """Canonical address, title, summary and picture; nothing on what is not the same for everybody to read."""
    request, thing = context.get("request"), context.get("page") or context.get("shared")
    if request is None or not _is_public_at(thing, request):
        return {}
    site_name = context["site_settings"].site_name
    query = shown_by(request.META.get("QUERY_STRING", ""))
    return {
        "url": _whole(request.path) + (f"?{query}" if query else ""),
        "site_name": site_name,
        "title": context.get("told_title", "").removesuffix(f" | {site_name}"),
        "summary": context.get("told_description", ""),
        "locale": LOCALES.get(context.get("told_lang", ""), LOCALES["nl"]),
        "picture": _picture_of(thing),
    }


@register.simple_tag
def shared_as(thing: Any) -> Shared | None:
    """A page or activity as it is passed on; None for one that nobody may read yet."""
    if not thing or not getattr(thing, "live", True) or not thing.url:
        return None
    return Shared(thing.title, thing.summary, _whole(thing.url))


def _is_public_at(thing: Any, request: HttpRequest) -> bool:
    """Somebody reads this thing at one of its own addresses, not in a preview, a quiz or a session."""
    if not thing or getattr(request, "is_preview", False):
        return False
    if not hasattr(thing, "get_cached_paths"):
        return thing.url == request.path
    return thing.live and request.path in paths_of(thing)


def _picture_of(thing: Any) -> dict[str, Any]:
    """The page's own picture, or the drawing of the site when it has none or a small one."""
    picture = getattr(thing, "picture", None)
    if picture is None or picture.width < LEAST_WIDTH:
        return {"url": _whole(static(DRAWING)), "alt": DRAWING_SAYS, "size": SHARE_SIZE}
    is_large = picture.width >= SHARE_SIZE[0] and picture.height >= SHARE_SIZE[1]
    return {
        "url": _whole(share_path(picture)),
        "alt": picture.description,
        "size": SHARE_SIZE if is_large else None,
    }


def _whole(address: str) -> str:
    """The whole address, as SITE_URL says it: never as the visitor called us."""
    return address if "://" in address else settings.SITE_URL.rstrip("/") + address
