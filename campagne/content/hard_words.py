"""The hard words of a page, explained where they stand in running text. Without a database.

The first time a word stands in a text it becomes a button with its meaning behind it. A browser opens that by click or
key without a script; an old one, and paper, show the meaning between brackets.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from django.utils.html import escape
from django.utils.text import slugify

TAG = re.compile(r"(<[^>]*>)")
# Where a button may not stand, or a heading would be read with it.
CLOSED = ("a", "h1", "h2", "h3", "h4", "button")


def words_of(streams: Iterator[Any]) -> dict[str, str]:
    """The words that are explained in these streams, with what they mean."""
    return {block.value["word"]: block.value["meaning"] for block in _flat(streams) if block.block_type == "word"}


def _flat(streams: Iterator[Any]) -> Iterator[Any]:
    for stream in streams:
        for block in stream or ():
            yield block
            if block.block_type == "step" and "body" in block.value and hasattr(block.value["body"], "stream_block"):
                yield from _flat(iter([block.value["body"]]))


def explained(html: str, meanings: Mapping[str, str]) -> str:
    """Let the first occurrence of each word in a piece of safe HTML open its meaning; the rest stays as it is."""
    for word, meaning in meanings.items():
        html = _explain_first(html, word, meaning)
    return html


def _explain_first(html: str, word: str, meaning: str) -> str:
    pattern = re.compile(rf"(?<![\w-]){re.escape(escape(word))}(?![\w-])", re.IGNORECASE)
    pieces = TAG.split(html)
    closed: list[str] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            _walk(piece, closed)
        elif not closed and (found := pattern.search(piece)):
            button = _button(found[0], meaning, name_of(word, html))
            pieces[place] = piece[: found.start()] + button + piece[found.end() :]
            return "".join(pieces)
    return html


def _walk(tag: str, closed: list[str]) -> None:
    """Remember in which closed element the text behind this tag stands."""
    name = re.match(r"</?([a-z0-9]*)", tag.lower())[1]  # type: ignore[index]
    is_explanation = name == "span" and ("popover" in tag or "span" in closed)
    if name not in CLOSED and not is_explanation:
        return
    if tag.startswith("</"):
        if name in closed:
            closed.remove(name)
    else:
        closed.append(name)


def name_of(word: str, html: str) -> str:
    """An id that is its own on the page, and the same every time the page is made."""
    return f"uitleg-{slugify(word)}-{sha256(html.encode()).hexdigest()[:6]}"


def _button(shown: str, meaning: str, name: str) -> str:
    return (
        f'<button class="explained" type="button" popovertarget="{name}">{shown}</button>'
        f'<span class="explanation" id="{name}" popover> ({escape(meaning)})</span>'
    )
