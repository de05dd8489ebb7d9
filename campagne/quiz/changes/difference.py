"""What is different between two versions of a question, part by part, for people who read it."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from uuid import UUID

from campagne.quiz.questions.draft import Draft, Hotspot, Option
from campagne.quiz.questions.wording import Piece, pieces_between, replaced


@dataclass(frozen=True)
class Difference:
    """One part of a question that changed: how it is called on screen, and how its text became another."""

    label: str
    pieces: tuple[Piece, ...]


PARTS: tuple[tuple[str, Callable[[Draft], str]], ...] = (
    ("Situatie", lambda draft: draft.vignette),
    ("Vraag", lambda draft: draft.stem),
    ("Soort vraag", lambda draft: draft.kind),
    ("Meet", lambda draft: draft.construct),
    ("Soort bericht", lambda draft: draft.message_channel),
    ("Afzender", lambda draft: draft.message_sender),
    ("Bericht", lambda draft: draft.message_body),
    ("Beeld", lambda draft: picture_name(draft)),
    ("Plekken op het beeld", lambda draft: _spots(draft.hotspots)),
    ("Uitleg bij de vraag", lambda draft: draft.explanation),
    ("Situatie in makkelijke taal", lambda draft: draft.easy_vignette),
    ("Vraag in makkelijke taal", lambda draft: draft.easy_stem),
    ("Uitleg in makkelijke taal", lambda draft: draft.easy_explanation),
)
PARTS_OF_OPTION: tuple[tuple[str, str, Callable[[Option], str]], ...] = (
    ("Antwoord {}", "Antwoord dat weg is", lambda option: option.text),
    ("Code van meldpunt {}", "Code van meldpunt dat weg is", lambda option: option.channel),
    ("Uitleg bij antwoord {}", "Uitleg die weg is", lambda option: option.explanation),
    ("Antwoord {} in makkelijke taal", "Antwoord in makkelijke taal dat weg is", lambda option: option.easy_text),
    ("Uitleg {} in makkelijke taal", "Uitleg in makkelijke taal die weg is", lambda option: option.easy_explanation),
)

ORDER, RIGHT = "Volgorde van de antwoorden", "Goed antwoord"
WHOLE = {ORDER, RIGHT, "Soort vraag", "Meet", "Soort bericht", "Beeld"}


def picture_name(draft: Draft) -> str:
    """What the picture is called while nobody gives it another name; empty without one."""
    return f"beeld {draft.picture_id}" if draft.picture_id else ""


def differences(before: Draft | None, after: Draft, names: Mapping[str, str]) -> tuple[Difference, ...]:
    """List what changed; everything there is when nothing came before.

    Options are compared by key, so one that moved is still itself. `names` says values, such as a kind, in Dutch.
    """
    changed = [(label, old, new) for label, old, new in _parts(before, after, names) if old != new]
    return tuple(
        Difference(label, (replaced if label in WHOLE else pieces_between)(old, new)) for label, old, new in changed
    )


def _parts(before: Draft | None, after: Draft, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for label, text_of in PARTS:
        old, new = text_of(before) if before else "", text_of(after)
        yield label, names.get(old, old), names.get(new, new)
    old_options = {option.key: option for option in before.options} if before else {}
    new_options = {option.key: option for option in after.options}
    for number, option in enumerate(after.options, 1):
        old_option = old_options.get(option.key)
        for label, _, text in PARTS_OF_OPTION:
            yield label.format(number), text(old_option) if old_option else "", text(option)
    for option in (option for key, option in old_options.items() if key not in new_options):
        for _, label, text in PARTS_OF_OPTION:
            yield label, text(option), ""
    both = old_options.keys() & new_options.keys()
    yield ORDER, _order(before, both, new_options), _order(after, both, new_options)
    yield RIGHT, _right(before, new_options), _right(after, new_options)


def _order(draft: Draft | None, both: Set[UUID], new: Mapping[UUID, Option]) -> str:
    """The options that are in both versions, in the order of this one, called as they are called now."""
    options = draft.options if draft else ()
    return " · ".join(new[option.key].text for option in options if option.key in both)


def _spots(spots: tuple[Hotspot, ...]) -> str:
    return "\n".join(
        f"{number}. {spot.text} ({spot.x}% van links, {spot.y}% van boven)" for number, spot in enumerate(spots, 1)
    )


def _right(draft: Draft | None, new: Mapping[UUID, Option]) -> str:
    options = draft.options if draft else ()
    return " · ".join(new.get(option.key, option).text for option in options if option.is_right)
