"""The gist of a page, for where there is little room: what to do, and whom to call. By rule, so nobody writes it twice.

What to do are the acts of an instruction; else its steps; else what its list of do's and don'ts says to do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from campagne.contacts.models import ReportChannel
from campagne.content.printing.fitting import Act, Contact

LONGEST_DETAIL = 160
TELLING = frozenset({"call_now", "step", "do_dont"})
END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Called:
    """A place to report, as a page names it; `note` is about this moment."""

    channel: ReportChannel
    is_urgent: bool
    note: str

    def on_paper(self, *, unchecked: str = "") -> Contact:
        """With `unchecked` behind the name where nobody checked the number."""
        channel = self.channel
        name = channel.name if channel.checked_on else f"{channel.name}{unchecked}"
        number = channel.phone or channel.host
        return Contact(name, number, (self.note or channel.purpose) if number else channel.hours)


def acts_of(page: Any, acts: StreamValue | None = None) -> tuple[Act, ...]:
    """What to do, in order; `acts` are those of an instruction in its language."""
    if acts:
        return tuple(Act(act.value["text"], act.value["detail"] or "", act.value["pictogram"]) for act in acts)
    blocks = list(_blocks_of(page))
    steps = [Act(block.value["title"], first_sentence(block.value["body"])) for block in blocks if _is(block, "step")]
    advised = [Act(line) for block in blocks if _is(block, "do_dont") for line in block.value["do"]]
    return tuple(steps or advised)


def calls_of(page: Any) -> list[Called]:
    """Whom to call, each once: what is urgent first, then in the order of the page, its end before its text."""
    found: dict[int, Called] = {}
    for block in (*page.next_step, *_blocks_of(page)):
        if _is(block, "call_now") and block.value["channel"]:
            channel, urgency = block.value["channel"], block.value["urgency"]
            is_urgent = channel.is_urgent or urgency == "now"
            found.setdefault(channel.pk, Called(channel, is_urgent, block.value["note"] or ""))
    return sorted(found.values(), key=lambda called: not called.is_urgent)


def has_gist(page: Any) -> bool:
    """Tell whether a page says what to do or whom to call, without looking anything up."""
    raw = [*page.next_step.raw_data, *getattr(getattr(page, "body", None), "raw_data", ())]
    for step in getattr(getattr(page, "steps", None), "raw_data", ()):
        raw += step["value"]["body"]
    return bool(getattr(page, "acts", None)) or any(block["type"] in TELLING for block in raw)


def checked_on(calls: list[Called]) -> date | None:
    """The day on which every number that was ever checked had been; None where none was."""
    return min((called.channel.checked_on for called in calls if called.channel.checked_on), default=None)


def first_sentence(body: RichText | None) -> str:
    """The first sentence of a text that is no question, with those before it; nothing if that is long."""
    words = " ".join(unescape(strip_tags(str(body or "").replace("</p>", " "))).split())
    first, taken = "", END_OF_SENTENCE.split(words)
    while taken and (not first or first.endswith("?")):
        first = f"{first} {taken.pop(0)}".strip()
    return first if len(first) <= LONGEST_DETAIL and not first.endswith("?") else ""


def _blocks_of(page: Any) -> Iterator[Any]:
    """Every block of the text of a page, and of the steps of a lesson."""
    yield from getattr(page, "body", ())
    for step in getattr(page, "steps", ()):
        yield from step.value["body"]


def _is(block: Any, kind: str) -> bool:
    return block.block_type == kind
