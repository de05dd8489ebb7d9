"""What fits on a card or a poster: the largest type that holds everything, or else less text. Without a database.

Sizes are in points (1/72 inch) and the same as in `static/css/sheet_card.css` and `sheet_poster.css`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from campagne.sheets.letters import lines_of

# A browser's own letters may be a little wider than ours.
SPARE = 0.96
SHORTEST_TITLE = 60
# Who sends it is written by the template: the name of a municipality or of the site, at most this long.
SENDER = "Gemeente met de langste naam die een site heeft of een gemeente"


@dataclass(frozen=True)
class Act:
    """Something to do. `detail` is left out where there is no room."""

    text: str
    detail: str = ""
    pictogram: str = ""


@dataclass(frozen=True)
class Contact:
    """Whom to call: a name, and a number or a website. Without those, `purpose` says how, and always stays."""

    name: str
    number: str
    purpose: str = ""


@dataclass(frozen=True)
class Words:
    """What stands on a sheet. Beside the code: `scan`, the address and the lines of `foot`."""

    title: str
    sentence: str
    acts: tuple[Act, ...] = ()
    contacts: tuple[Contact, ...] = ()
    scan: str = ""
    address: str = ""
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Size:
    """Sizes of type; `name` is what the stylesheet knows them by."""

    name: str
    title: float
    sentence: float
    act: float
    detail: float = 0


@dataclass(frozen=True)
class Layout:
    """One kind of sheet: what is left between its margins, and the measures of its stylesheet."""

    width: float
    height: float
    sizes: tuple[Size, ...]
    mark: float
    mark_gap: float
    act_gap: float
    head_gap: float
    contact_gap: float
    code: float
    code_gap: float
    address: float
    foot: float
    most_acts: int
    most_contacts: int
    has_details: bool


CARD = Layout(
    width=368,
    height=544,
    sizes=(Size("large", 27, 14, 16, 13), Size("middle", 23, 12.5, 14, 12), Size("small", 19, 11, 12.5, 11)),
    mark=26,
    mark_gap=10,
    act_gap=11,
    head_gap=20,
    contact_gap=13,
    code=88,
    code_gap=14,
    address=13,
    foot=11,
    most_acts=7,
    most_contacts=4,
    has_details=True,
)
POSTER = Layout(
    width=740,
    height=1088,
    sizes=(
        Size("giant", 112, 48, 50),
        Size("huge", 88, 40, 40),
        Size("large", 70, 34, 34),
        Size("middle", 54, 28, 30),
        Size("small", 40, 24, 26),
    ),
    mark=68,
    mark_gap=24,
    act_gap=34,
    head_gap=58,
    contact_gap=0,
    code=232,
    code_gap=30,
    address=28,
    foot=20,
    most_acts=3,
    most_contacts=0,
    has_details=False,
)


@dataclass(frozen=True)
class Fitted:
    """What is printed, in which size, and what was left out, in sentences for the editor."""

    words: Words
    size: str
    left_out: tuple[str, ...] = ()


def fitted(words: Words, layout: Layout) -> Fitted:
    """Put words on a sheet of one page: as large as can be, and with less of them only where nothing else helps."""
    acts = tuple(act if layout.has_details else replace(act, detail="") for act in words.acts[: layout.most_acts])
    whole = replace(words, acts=acts, contacts=words.contacts[: layout.most_contacts])
    told: tuple[str, ...] = ()
    for lesser, what in _ever_less(whole):
        told = (*told, what) if what and what not in told else told
        for size in layout.sizes:
            if height_of(lesser, layout, size) <= layout.height * SPARE:
                return Fitted(lesser, size.name, told)
    raise ValueError(f"{layout} has no room for a title of {SHORTEST_TITLE} letters")


def height_of(words: Words, layout: Layout, size: Size) -> float:
    """How high everything is together, in points."""
    return (
        lines_of(words.title, layout.width, size.title, is_bold=True) * size.title * 1.12
        + lines_of(words.sentence, layout.width, size.sentence) * size.sentence * 1.3
        + layout.head_gap
        + sum(_height_of_act(act, layout, size) for act in words.acts)
        + sum(_height_of_contact(contact, layout, size) for contact in words.contacts)
        + _height_of_foot(words, layout)
    )


def _height_of_act(act: Act, layout: Layout, size: Size) -> float:
    width = layout.width - layout.mark - layout.mark_gap
    text = lines_of(act.text, width, size.act, is_bold=True) * size.act * 1.2
    detail = lines_of(act.detail, width, size.detail) * size.detail * 1.3
    return max(text + detail, layout.mark) + layout.act_gap


def _height_of_contact(contact: Contact, layout: Layout, size: Size) -> float:
    inside = layout.width - 16
    lines = lines_of(f"{contact.name} {contact.number}", inside, size.act, is_bold=True)
    purpose = lines_of(contact.purpose, inside, size.detail)
    return lines * size.act * 1.2 + purpose * size.detail * 1.3 + layout.contact_gap


def _height_of_foot(words: Words, layout: Layout) -> float:
    width = layout.width - layout.code - layout.code_gap
    address = lines_of(words.address, width, layout.address, is_bold=True) * layout.address * 1.25
    lines = sum(lines_of(line, width, layout.foot) * layout.foot * 1.3 for line in (words.scan, *words.foot, SENDER))
    return max(layout.code, address + lines) + layout.code_gap


def _ever_less(words: Words) -> Iterator[tuple[Words, str]]:
    """The words, and then less and less of them, each with what is no longer there."""
    yield words, ""
    words = replace(words, contacts=tuple(map(_briefly, words.contacts)))
    yield words, "De uitleg bij de meldpunten past er niet op."
    words = replace(words, acts=tuple(replace(act, detail="") for act in words.acts))
    yield words, "De uitleg bij de stappen past er niet op."
    all_of_them = words
    for kept in range(len(words.acts) - 1, 2, -1):
        words = replace(all_of_them, acts=all_of_them.acts[:kept])
        yield words, "Er staan minder stappen op dan op de pagina."
    while len(words.contacts) > 1:
        words = replace(words, contacts=words.contacts[:-1])
        yield words, "Er staan minder meldpunten op dan op de pagina."
    while words.acts:
        words = replace(words, acts=words.acts[:-1])
        yield words, "Er staan minder stappen op dan op de pagina."
    words = replace(words, sentence="")
    yield words, "De samenvatting past er niet op."
    words = replace(words, title=shortened(words.title, SHORTEST_TITLE), contacts=())
    yield words, "De titel is te lang en is afgekapt. Maak de titel korter."


def _briefly(contact: Contact) -> Contact:
    return replace(contact, purpose="") if contact.number else contact


def shortened(text: str, most: int) -> str:
    """Cut a text off between two words, with a sign that it goes on; at most `most` letters."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return f"{(whole or text[: most - 1])[: most - 1].rstrip(' .,:;')}…"
