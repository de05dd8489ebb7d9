"""A question of ours as the nearest thing that another program knows, and what is lost on the way. No database."""

from collections.abc import Iterator
from dataclasses import replace

from campagne.quiz.exchange.item import FALSE, TRUE, Choice, Item, ItemKind, clean, clean_line, shortened
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.scoring import Construct, Kind

KINDS = {
    Kind.SINGLE: ItemKind.SINGLE,
    Kind.MULTIPLE: ItemKind.MULTIPLE,
    Kind.TRUE_FALSE: ItemKind.TRUE_FALSE,
    Kind.ORDER: ItemKind.ORDER,
}
NEAREST = {
    Kind.SCALE: "Een schaal wordt een vraag met één antwoord; de gezichten en de stappen gaan niet mee.",
    Kind.REAL_OR_FAKE: "‘Echt of nep’ wordt een vraag met één antwoord; het bericht staat als tekst in de vraag.",
    Kind.CHANNEL: "‘Meldpunt kiezen’ wordt een gewone vraag; de koppeling met de lijst met meldpunten gaat niet mee.",
}
MESSAGES = {"sms": "Sms", "app": "Appbericht", "mail": "E-mail", "post": "Brief"}


def item_of(draft: Draft, category: str = "") -> tuple[Item, tuple[str, ...]]:
    """Return the question as an item, with what of it is lost."""
    stem = "\n\n".join(filter(None, (clean(text) for text in (draft.vignette, _message(draft), draft.stem))))
    choices = tuple(
        Choice(clean(option.text), option.is_right, "" if _is_order(draft) else clean(option.explanation))
        for option in draft.options
    )
    kind, notes = KINDS.get(draft.kind, ItemKind.SINGLE), list(_lost(draft))
    if kind is ItemKind.TRUE_FALSE:
        kind, choices = _true_false(choices)
        if kind is ItemKind.SINGLE:
            notes.append(
                "Waar of niet waar in eigen woorden wordt een vraag met één antwoord, zodat de woorden blijven."
            )
    if not draft.construct.is_scored and kind is not ItemKind.ORDER:
        kind, choices = ItemKind.SINGLE, tuple(replace(choice, is_right=True) for choice in choices)
        notes.append("Deze vraag heeft geen goed of fout. Dat kent Moodle niet: daar is elk antwoord goed.")
    if kind is ItemKind.ORDER:
        choices = tuple(replace(choice, is_right=False) for choice in choices)
    return Item(kind, stem, choices, shortened(draft.stem), clean_line(category), clean(draft.explanation)), tuple(
        notes
    )


def why_not(draft: Draft) -> str:
    """Say why a question cannot go out yet; empty when it can."""
    problems = draft.problems()
    return f"Deze vraag is nog niet af. {problems[0]}" if problems else ""


def _true_false(choices: tuple[Choice, ...]) -> tuple[ItemKind, tuple[Choice, ...]]:
    """True/false if the words are the usual ones, and otherwise a single choice, so that the words stay."""
    usual = {text.casefold(): text for text in (TRUE, FALSE)}
    named = {usual[choice.text.casefold()]: choice for choice in choices if choice.text.casefold() in usual}
    if len(named) < len(usual):
        return ItemKind.SINGLE, choices
    return ItemKind.TRUE_FALSE, tuple(replace(named[text], text=text) for text in (TRUE, FALSE))


def _is_order(draft: Draft) -> bool:
    return draft.kind is Kind.ORDER


def _message(draft: Draft) -> str:
    head = " van ".join(filter(None, (MESSAGES.get(draft.message_channel, "Bericht"), draft.message_sender)))
    return f"{head}:\n{draft.message_body}" if draft.message_body else ""


def _lost(draft: Draft) -> Iterator[str]:
    if draft.kind in NEAREST:
        yield NEAREST[draft.kind]
    if draft.construct is not Construct.KNOWLEDGE:
        yield f"Dat de vraag ‘{draft.construct.value}’ meet, gaat niet mee."
    if draft.vignette:
        yield "De situatie staat als tekst boven de vraag."
    if draft.message_body and draft.kind is not Kind.REAL_OR_FAKE:
        yield "Het oefenbericht staat als tekst boven de vraag."
    if draft.picture_id is not None:
        yield "Het beeld gaat niet mee. Voeg het zelf toe."
    if draft.hotspots:
        yield "De plekken op het beeld gaan niet mee."
    if draft.easy_stem or draft.easy_vignette or draft.easy_explanation or any(o.easy_text for o in draft.options):
        yield "De makkelijke taal gaat niet mee."
    if _is_order(draft) and any(option.explanation for option in draft.options):
        yield "Uitleg per onderdeel van een volgorde gaat niet mee."
