"""XML from outside, read by a child process and handed back as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campagne.sheets.child import ALLOWANCE, Allowance, read_in_child
from campagne.sheets.unreadable import LIMITS, Limits, check_size


@dataclass
class Element:
    """One element: its name (`{namespace}name`), attributes, the text in it, the text after it and its children."""

    name: str
    attributes: Mapping[str, str]
    text: str
    after: str
    children: "list[Element]" = field(default_factory=list)


def read_xml(content: bytes, limits: Limits = LIMITS, allowance: Allowance = ALLOWANCE) -> Element:
    """Return the root; without document types and entities, at most 200,000 elements deep 100. Raises Unreadable."""
    check_size(content, limits)
    path: list[Element] = []
    for depth, *values in read_in_child("xml", content, limits, allowance):
        element = Element(*values)
        del path[depth:]
        if path:
            path[-1].children.append(element)
        path.append(element)
    return path[0]
