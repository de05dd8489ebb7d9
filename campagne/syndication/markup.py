"""XML, built so that no text can be taken for markup, whoever wrote it."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

# What XML cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(name: str, namespace: str, attributes: Mapping[str, str] | None = None) -> Element:
    return Element(name, {"xmlns": namespace, **(attributes or {})})


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element below `parent`; of the text only what XML cannot hold is left out."""
    made = SubElement(parent, name, {key: UNWRITABLE.sub("", value) for key, value in attributes.items()})
    made.text = UNWRITABLE.sub("", text) or None
    return made


def written(document: Element) -> bytes:
    text: bytes = tostring(document, encoding="utf-8", xml_declaration=True)
    return text
