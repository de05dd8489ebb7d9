"""Questions of every kind that another program knows, with any text that they can hold."""

from hypothesis import strategies as st

from campagne.quiz.exchange.item import FALSE, TRUE, Choice, Item, ItemKind, clean, clean_line

HARD = ["~", "=", "#", "####", "{", "}", ":", "::", "\\", "\n", "\\n", "//", "$CATEGORY:", "[html]", "[", "%50%", "->"]
HARD += [
    "<b>",
    "&amp;",
    "]]>",
    "\t",
    "\r\n",
    "\n\n",
    "\x00",
    "\x07",
    "é",
    "\U0001f600",
    "\u2028",
    "TRUE",
    ">3 ALL",
    "-",
]
texts = st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=6)), max_size=6).map("".join)
some = texts.map(clean).filter(bool)
maybe = texts.map(clean)
lines = texts.map(clean_line)


@st.composite
def items(draw) -> Item:
    kind = draw(st.sampled_from(ItemKind))
    return Item(kind, draw(some), draw(choices_of(kind)), draw(lines), draw(lines), draw(maybe))


def choices_of(kind: ItemKind):
    if kind is ItemKind.TRUE_FALSE:
        said = st.tuples(st.booleans(), maybe, maybe)
        return said.map(lambda it: (Choice(TRUE, it[0], it[1]), Choice(FALSE, not it[0], it[2])))
    if kind is ItemKind.ORDER:
        return st.lists(some.map(Choice), min_size=2, max_size=7).map(tuple)
    choices = st.lists(st.tuples(some, maybe), min_size=2, max_size=7)
    if kind is ItemKind.MULTIPLE:
        return choices.flatmap(with_keys)
    return choices.flatmap(with_one_key)


def with_keys(choices):
    keys = st.lists(st.booleans(), min_size=len(choices), max_size=len(choices)).filter(any)
    return keys.map(lambda right: tuple(Choice(t, r, f) for (t, f), r in zip(choices, right, strict=True)))


def with_one_key(choices):
    """Exactly one is right, or all: then nothing is right or wrong."""
    right = st.integers(-1, len(choices) - 1)
    return right.map(lambda one: tuple(Choice(t, one in {-1, n}, f) for n, (t, f) in enumerate(choices)))
