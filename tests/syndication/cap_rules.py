"""The rules of CAP 1.2 as a table: which elements in which order, how many, and what may stand in them.

From the schema and section 3.2 of https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html.
"""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

NAMESPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
ONE, OPTIONAL, ANY, SOME = (1, 1), (0, 1), (0, None), (1, None)
ALERT = {
    "identifier": ONE,
    "sender": ONE,
    "sent": ONE,
    "status": ONE,
    "msgType": ONE,
    "source": OPTIONAL,
    "scope": ONE,
    "restriction": OPTIONAL,
    "addresses": OPTIONAL,
    "code": ANY,
    "note": OPTIONAL,
    "references": OPTIONAL,
    "incidents": OPTIONAL,
    "info": ANY,
}
INFO = {
    "language": OPTIONAL,
    "category": SOME,
    "event": ONE,
    "responseType": ANY,
    "urgency": ONE,
    "severity": ONE,
    "certainty": ONE,
    "audience": OPTIONAL,
    "eventCode": ANY,
    "effective": OPTIONAL,
    "onset": OPTIONAL,
    "expires": OPTIONAL,
    "senderName": OPTIONAL,
    "headline": OPTIONAL,
    "description": OPTIONAL,
    "instruction": OPTIONAL,
    "web": OPTIONAL,
    "contact": OPTIONAL,
    "parameter": ANY,
    "resource": ANY,
    "area": ANY,
}
AREA = {"areaDesc": ONE, "polygon": ANY, "circle": ANY, "geocode": ANY, "altitude": OPTIONAL, "ceiling": OPTIONAL}
INSIDE = {"alert": ALERT, "info": INFO, "area": AREA}
NAME = r"[^\s,<&]+"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d"
VALUES = {
    "identifier": NAME,
    "sender": NAME,
    "sent": MOMENT,
    "effective": MOMENT,
    "onset": MOMENT,
    "expires": MOMENT,
    "status": "Actual|Exercise|System|Test|Draft",
    "msgType": "Alert|Update|Cancel|Ack|Error",
    "scope": "Public|Restricted|Private",
    "references": rf"{NAME},{NAME},{MOMENT}( {NAME},{NAME},{MOMENT})*",
    "language": "[a-z]{2}(-[A-Z]{2})?",
    "category": "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other",
    "responseType": "Shelter|Evacuate|Prepare|Execute|Avoid|Monitor|Assess|AllClear|None",
    "urgency": "Immediate|Expected|Future|Past|Unknown",
    "severity": "Extreme|Severe|Moderate|Minor|Unknown",
    "certainty": "Observed|Likely|Possible|Unlikely|Unknown",
    "web": r"https?://\S+",
}


def read(document: bytes) -> Element:
    """The alert, if the standard holds; else an AssertionError with all that is wrong."""
    alert = fromstring(document)
    assert [*problems(alert)] == []
    return alert


def texts(element: Element, path: str) -> list[str]:
    return [found.text for found in element.findall("/".join(NAMESPACE + part for part in path.split("/")))]


def text(element: Element, path: str) -> str:
    return texts(element, path)[0]


def problems(alert: Element) -> Iterator[str]:
    if alert.tag != f"{NAMESPACE}alert":
        yield f"the root is {alert.tag}"
    yield from _problems(alert)
    kind, references = texts(alert, "msgType"), texts(alert, "references")
    if set(kind) & {"Update", "Cancel", "Ack", "Error"} and not references:
        yield f"{kind} without references"
    if any(moment.endswith("+00:00") for moment in [*texts(alert, "sent"), *texts(alert, "info/expires")]):
        yield 'UTC is written as "-00:00"'


def _problems(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    children = [child.tag.removeprefix(NAMESPACE) for child in element]
    allowed, counted = INSIDE[name], Counter(children)
    order = list(allowed)
    if unknown := set(children) - set(order):
        yield f"{name} has {unknown}"
        return
    if children != sorted(children, key=order.index):
        yield f"{name} is in the order {children}"
    for child, (least, most) in allowed.items():
        if counted[child] < least or (most and counted[child] > most):
            yield f"{name} has {counted[child]} times {child}"
    for child in element:
        yield from _problems_with_text(child)


def _problems_with_text(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    if name in INSIDE:
        yield from _problems(element)
    elif not (element.text or "").strip():
        yield f"{name} is empty"
    elif name in VALUES and not re.fullmatch(VALUES[name], element.text):
        yield f"{name} is {element.text!r}"
