"""Which groups need attention, on the first screen of who may see figures. Nothing when none does."""

from collections.abc import Iterator, Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from campagne.measurement.attention.listing import by_group, is_gone
from campagne.measurement.attention.sight import MAY_SEE, cards_seen

SHOWN = 4


class AttentionPanel(Component):
    """The first groups with their reasons that are still seen; the screen behind it has all of them."""

    name = "attention"
    template_name = "measurement/attention/home_panel.html"
    order = 9

    def __init__(self, user: Any) -> None:
        self._user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        cards = [card for card in cards_seen(self._user).filter(closed_at=None) if not is_gone(card)]
        groups = by_group(cards)
        return {"groups": groups[:SHOWN], "more": len(groups[SHOWN:])}


def panels_for(user: Any) -> Iterator[AttentionPanel]:
    if user.has_perm(MAY_SEE):
        yield AttentionPanel(user)
