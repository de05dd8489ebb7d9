"""Cards as they are listed: by target group, each with its reason, its proposal and what it does not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from campagne.figures.verdicts import Rung
from campagne.measurement.attention.card import AttentionCard, Gap
from campagne.measurement.attention.closing import UNEXPLAINED
from campagne.measurement.attention.keeping import GONE
from campagne.measurement.attention.proposals import Way, Ways
from campagne.measurement.attention.sight import closed_by, events_read
from campagne.measurement.attention.signal import RUNGS, Unknown
from campagne.measurement.attention.subject import Subject
from doelgroepen.models import Municipality, TargetGroup, Theme

EVERYBODY, ALL_THEMES, WHOLE_REGION = "Alle doelgroepen", "alle thema's", "hele regio"
FOR_NONE_ALONE, REGIONAL_PAGES = "Iedereen of meer doelgroepen samen", "pagina's van de regio"
EVENT_GONE, EVENT_ELSEWHERE = "de gebeurtenis is er niet meer", "een gebeurtenis in een andere gemeente"
OUR_OWN = "eigen telling"
ABOUT_OFFER = "Het aanbod zegt niet of mensen het lezen."


@dataclass(frozen=True)
class Listed:
    """One card for one reader. `gone_since` is the day from which it was no longer seen.

    `may_read_event` is whether what explains it is the region's or their own.
    """

    card: AttentionCard
    way: Way
    may_close: bool
    may_read_event: bool

    @property
    def about(self) -> str:
        return f"{self.card.theme or ALL_THEMES}, {self.card.municipality or WHOLE_REGION}"

    @property
    def sentence(self) -> str:
        return str(self.card.figures["sentence"])

    @property
    def quoted(self) -> str:
        return str(self.card.figures.get("quoted", ""))

    @property
    def caveat(self) -> str:
        return self.rung.caveat if self.rung else ABOUT_OFFER

    @property
    def rung(self) -> Rung | None:
        """On which step of the ladder its figures stand."""
        return RUNGS[Gap(self.card.gap)]

    @property
    def source(self) -> str:
        return str(self.card.figures.get("source", OUR_OWN))

    @property
    def explanation(self) -> str:
        """What somebody closed it with."""
        if self.card.is_unexplained:
            return UNEXPLAINED
        if self.card.event is None:
            return EVENT_GONE
        return str(self.card.event) if self.may_read_event else EVENT_ELSEWHERE

    @property
    def gone_since(self) -> date | None:
        day = self.card.figures.get(GONE)
        return date.fromisoformat(day) if day else None


@dataclass(frozen=True)
class Names:
    """What subjects are called; read once."""

    themes: dict[int, str]
    groups: dict[int, str]
    places: dict[int, str]

    @classmethod
    def read(cls) -> "Names":
        kinds = (Theme, TargetGroup, Municipality)
        return cls(*(dict(kind._default_manager.values_list("pk", "name")) for kind in kinds))

    def of(self, about: Subject, gap: Gap) -> str:
        """ "Ouderen, Cybercrime, Stein"; a label that is gone is left out.

        Answers are of pages: without a group they are of the pages that are for no group alone, not of everybody.
        """
        everybody, region = (FOR_NONE_ALONE, REGIONAL_PAGES) if gap is Gap.KNOWLEDGE else (EVERYBODY, WHOLE_REGION)
        return ", ".join(
            [
                self.groups.get(about.group or 0, everybody),
                self.themes.get(about.theme or 0, ALL_THEMES),
                self.places.get(about.municipality or 0, region),
            ]
        )


def listed(cards: Iterable[AttentionCard], user: Any) -> list[Listed]:
    found = list(cards)
    if not found:
        return []
    ways, ours = Ways(user, found), closed_by(user)
    events = events_read(user, [card.event_id for card in found])
    return [Listed(card, ways.of(card), card.pk in ours, card.event_id in events) for card in found]


def is_gone(card: AttentionCard) -> bool:
    """Whether it is still open and no longer seen."""
    return GONE in card.figures


def by_group(cards: Iterable[AttentionCard]) -> list[tuple[str, list[AttentionCard]]]:
    """The cards under the name of the group they are about, in the order of groups; those about everybody come last."""
    shelf: dict[int | None, list[AttentionCard]] = {}
    for card in cards:
        shelf.setdefault(card.group_id, []).append(card)
    ordered = sorted(shelf.values(), key=lambda each: _place_of(each[0].group))
    return [(str(each[0].group or EVERYBODY), each) for each in ordered]


def _place_of(group: TargetGroup | None) -> tuple[bool, int, str]:
    return (True, 0, "") if group is None else (False, group.order, group.name)


def unknown_by_gap(unknown: Iterable[Unknown], names: Names) -> list[tuple[str, list[tuple[str, str]]]]:
    """What could not be judged, under the reason that was looked for."""
    shelf: dict[Gap, list[tuple[str, str]]] = {}
    for one in unknown:
        shelf.setdefault(one.gap, []).append((names.of(one.about, one.gap), one.why))
    return [(str(gap.label), shelf[gap]) for gap in Gap if gap in shelf]
