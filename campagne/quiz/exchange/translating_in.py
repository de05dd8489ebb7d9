"""An item of another program as a question of ours, with what an editor has to look at. Without a database."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from campagne.quiz.exchange.item import Item, ItemKind
from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.scoring import Construct, Kind

# Options of the same question get the same keys each time, so that the same file twice makes nothing double.
NAMESPACE = UUID("3f0c7b8e-5d0a-4f5c-9a68-0d5b5c1d9e11")
KINDS = {
    ItemKind.TRUE_FALSE: Kind.TRUE_FALSE,
    ItemKind.SINGLE: Kind.SINGLE,
    ItemKind.MULTIPLE: Kind.MULTIPLE,
    ItemKind.ORDER: Kind.ORDER,
}
MOST_STEM, MOST_VIGNETTE, MOST_EXPLANATION = 300, 600, 600
MOST_OPTION, MOST_OPTION_EXPLANATION = 160, 300
UNSCORED = "Elk antwoord is goed. Wij maken er een vraag zonder goed of fout van (een voornemen); kijk dat na."
DEFAULTS = (
    "‘Weet ik niet’ staat er bij ons altijd vanzelf bij.",
    "Wat een vraag meet, staat er niet in. Wij kiezen ‘kennis’; kijk dat na.",
    "Titels en categorieën gaan niet mee. Kies zelf een thema.",
)


def draft_of(item: Item) -> tuple[Draft, tuple[str, ...], tuple[str, ...]]:
    """Return the item as a draft, with what was lost, and what must be looked at before it is published."""
    vignette, stem = _divided(item.stem)
    draft = Draft(
        kind=KINDS[item.kind],
        construct=Construct.INTENTION if item.is_unscored else Construct.KNOWLEDGE,
        stem=stem,
        options=tuple(_options(item)),
        explanation=item.feedback,
        vignette=vignette,
    )
    return draft, (UNSCORED,) if item.is_unscored else (), tuple(_to_look_at(draft))


def _divided(stem: str) -> tuple[str, str]:
    """A long text is a situation with a question below it: its last paragraph."""
    before, _, last = stem.rpartition("\n\n")
    if not before or (len(stem) <= MOST_STEM and before.count("\n\n") == 0 and len(before) < len(last)):
        return "", stem
    return before.strip(), last.strip()


def _options(item: Item) -> Iterator[Option]:
    for place, choice in enumerate(item.choices):
        key = uuid5(NAMESPACE, "\x1f".join([item.kind, item.stem, str(place), *(each.text for each in item.choices)]))
        is_right = choice.is_right and not item.is_unscored
        yield Option(key, choice.text, is_right=is_right, explanation=choice.feedback)


def _to_look_at(draft: Draft) -> Iterator[str]:
    if draft.vignette:
        yield "De eerste alinea's staan nu bij ‘situatie’, de laatste is de vraag."
    for name, text, most in (
        ("De vraag", draft.stem, MOST_STEM),
        ("De situatie", draft.vignette, MOST_VIGNETTE),
        ("De uitleg", draft.explanation, MOST_EXPLANATION),
    ):
        if len(text) > most:
            yield f"{name} heeft {len(text)} tekens en dat mogen er {most} zijn. Kort de tekst in."
    for place, option in enumerate(draft.options, start=1):
        if len(option.text) > MOST_OPTION:
            yield f"Antwoord {place} heeft {len(option.text)} tekens en dat mogen er {MOST_OPTION} zijn. Kort het in."
        if len(option.explanation) > MOST_OPTION_EXPLANATION:
            yield f"De uitleg bij antwoord {place} is langer dan {MOST_OPTION_EXPLANATION} tekens. Kort de tekst in."
    yield from draft.problems()
