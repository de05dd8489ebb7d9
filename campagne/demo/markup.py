"""What a visitor finds on a page: the tracker's facts, links, report channels and forms. HTML in, dataclasses out."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
TRACKER_KEYS = ("page", "revision", "step", "stamp", "read-seconds")
CHOICE = "via-"


@dataclass(frozen=True)
class Tracker:
    """What a page says about itself so that it can be counted."""

    page: int
    revision: int
    step: int
    stamp: str
    read_seconds: int


@dataclass(frozen=True)
class Choice:
    """Something to tick, with the words beside it."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class Button:
    """Something that sends the form; a button without a name sends nothing of itself."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class Form:
    action: str
    method: str
    unseen: tuple[tuple[str, str], ...]
    choices: tuple[Choice, ...]
    buttons: tuple[Button, ...]

    def filled(self, *picked: Choice | Button) -> list[tuple[str, str]]:
        """The fields a browser would send after these were picked."""
        return [*self.unseen, *((part.name, part.value) for part in picked if part.name)]

    @property
    def movable(self) -> dict[str, str]:
        """What can be put in another order: the text of each part, and what is sent for it."""
        ups = [button for button in self.buttons if button.name == "move" and button.value.startswith("up:")]
        return {_moved_text(button.label): button.value.removeprefix("up:") for button in ups}

    def arranged(self, values: Iterable[str]) -> "Form":
        """The form after its parts were dragged into this order."""
        order = iter(values)
        unseen = tuple((name, next(order) if name == "option" else value) for name, value in self.unseen)
        return replace(self, unseen=unseen)


@dataclass(frozen=True)
class Found:
    """One page as a visitor finds it; `links` are those of its main part, on this site.

    A choice that goes along behind an address stays on it, another place on a page does not.
    """

    text: str
    tracker: Tracker | None
    links: tuple[str, ...]
    channels: tuple[str, ...]
    forms: tuple[Form, ...]
    is_demo: bool

    def form_to(self, *parts: str) -> Form | None:
        """The first form whose address holds one of these parts."""
        return next((form for form in self.forms if any(part in form.action for part in parts)), None)


def read_page(html: str) -> Found:
    """Read one page; what is not there is empty. Broken HTML gives what could be read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Found(
        text=" ".join(" ".join(reader.words).split()),
        tracker=reader.tracker,
        links=tuple(dict.fromkeys(reader.links)),
        channels=tuple(dict.fromkeys(reader.channels)),
        forms=tuple(draft.form() for draft in reader.forms),
        is_demo=reader.is_demo,
    )


@dataclass
class _Draft:
    """A form while it is being read; labels may come before or after what they name."""

    action: str
    method: str
    unseen: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[dict[str, str]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    buttons: list[list[str]] = field(default_factory=list)

    def form(self) -> Form:
        choices = (
            Choice(box.get("name", ""), box.get("value", "on"), _tidy(self.labels.get(box.get("id", ""), "")))
            for box in self.boxes
        )
        buttons = (Button(name, value, _tidy(label)) for name, value, label in self.buttons)
        return Form(self.action, self.method, tuple(self.unseen), tuple(choices), tuple(buttons))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[str] = []
        self.channels: list[str] = []
        self.forms: list[_Draft] = []
        self.tracker: Tracker | None = None
        self.is_demo = False
        self._open: list[str] = []
        self._form: _Draft | None = None
        self._label = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attributes}
        if tag not in VOID:
            self._open.append(tag)
        self.is_demo |= "demo-banner" in told.get("class", "").split()
        if tag == "script":
            self.tracker = self.tracker or _tracker(told)
        elif tag == "a":
            self._link(told)
        elif tag == "form":
            self._form = _Draft(told.get("action", ""), told.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(self._form, tag, told)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "form":
            self._form = None
        elif tag == "label":
            self._label = ""

    def handle_data(self, data: str) -> None:
        if "script" in self._open or "style" in self._open:
            return
        if "main" in self._open:
            self.words.append(data)
        if self._form is None:
            return
        if self._label:
            self._form.labels[self._label] = self._form.labels.get(self._label, "") + data
        elif "button" in self._open:
            self._form.buttons[-1][2] += data

    def _link(self, told: dict[str, str]) -> None:
        if channel := told.get("data-channel"):
            self.channels.append(channel)
        address, _, fragment = told.get("href", "").partition("#")
        if "main" in self._open and address.startswith("/") and not address.startswith("//"):
            self.links.append(f"{address}#{fragment}" if fragment.startswith(CHOICE) else address)

    def _control(self, form: _Draft, tag: str, told: dict[str, str]) -> None:
        if tag == "label":
            self._label = told.get("for", "")
        elif tag == "button":
            form.buttons.append([told.get("name", ""), told.get("value", ""), ""])
        elif tag == "input" and told.get("type") == "hidden":
            form.unseen.append((told.get("name", ""), told.get("value", "")))
        elif tag == "input" and told.get("type") in {"radio", "checkbox"}:
            form.boxes.append(told)


def _tracker(told: dict[str, str]) -> Tracker | None:
    values = [told.get(f"data-{key}", "") for key in TRACKER_KEYS]
    page, revision, step, stamp, read_seconds = values
    if not (stamp and page.isdigit() and revision.isdigit() and step.isdigit() and read_seconds.isdigit()):
        return None
    return Tracker(int(page), int(revision), int(step), stamp, int(read_seconds))


def _moved_text(label: str) -> str:
    """What a button moves: its words are between what it does and where that is now."""
    return label.partition(": ")[2].rpartition(", nu op plaats")[0]


def _tidy(text: str) -> str:
    return " ".join(text.split())
