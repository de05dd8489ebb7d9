"""An Atom feed of what is told. Each message is an entry until it is superseded.

https://www.rfc-editor.org/rfc/rfc4287
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils import timezone

from campagne.content.instruction import Language
from campagne.incidents.course import Kind
from campagne.incidents.showing.standing import text_in
from campagne.incidents.showing.words import DUTCH
from campagne.syndication.current import Current, Sent
from campagne.syndication.markup import add, root, written
from campagne.syndication.places import ATOM, cap_of, page_of_now

NAMESPACE = "http://www.w3.org/2005/Atom"


def feed_of(told: Sequence[Current], updated: datetime, author: str) -> bytes:
    """The feed; `updated` is when something was told last, also if it is no longer in it."""
    feed, here = root("feed", NAMESPACE, {"xml:lang": "nl"}), f"{settings.SITE_URL}{ATOM}"
    add(feed, "id", here)
    add(feed, "title", f"Wat u nu moet doen | {author}")
    add(feed, "subtitle", f"{DUTCH.no_channel} {DUTCH.alert_decides}")
    add(feed, "updated", _moment(updated))
    add(feed, "link", rel="self", type="application/atom+xml", href=here)
    add(feed, "link", rel="alternate", type="text/html", href=f"{settings.SITE_URL}/nu/")
    add(add(feed, "author"), "name", author)
    for current in told:
        _add_entry(feed, current)
    return written(feed)


def _add_entry(feed: Element, current: Current) -> None:
    entry = add(feed, "entry")
    add(entry, "id", tag_of(current.sent))
    add(entry, "title", current.title_in(Language.DUTCH))
    add(entry, "updated", _moment(current.message.sent_at))
    add(entry, "published", _moment(current.message.sent_at))
    for language in Language:
        address = f"{settings.SITE_URL}{page_of_now(language)}"
        add(entry, "link", rel="alternate", type="text/html", hreflang=language.value, href=address)
    address = f"{settings.SITE_URL}{cap_of(current.sent)}"
    add(entry, "link", rel="related", type="application/cap+xml", href=address)
    add(entry, "category", term=_term(current))
    add(entry, "summary", _summary(current))


def tag_of(sent: Sent) -> str:
    """A name for ever, of what was frozen: https://www.rfc-editor.org/rfc/rfc4151."""
    return f"tag:{sent.sender},{sent.sent_at.astimezone(UTC):%Y-%m-%d}:{sent.identifier}"


def _summary(current: Current) -> str:
    """In one piece what is so, where and what to do; of what is over only that it is over."""
    told = text_in(current.message, Language.DUTCH)[1]
    practice = [DUTCH.exercise_text] if current.is_exercise else []
    where = f"{DUTCH.where}: {current.message.area}."
    if not current.is_live:
        return " ".join([*practice, DUTCH.over_text[current.state], where])
    acts = [act["text"] for act in told["acts"]]
    return " ".join([*practice, told["summary"], where, *acts, *told["lines"], current.rule_in(Language.DUTCH)])


def _term(current: Current) -> str:
    return "exercise" if current.is_exercise else {Kind.ALERT: "alert", Kind.UPDATE: "update"}.get(current.kind, "over")


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
