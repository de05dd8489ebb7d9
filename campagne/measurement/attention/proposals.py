"""What a card proposes, as a sentence with the way to do it; for who may not do it, the way to look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Page

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.attention.signal import Proposal
from campagne.measurement.entrances.views import ADD
from campagne.measurement.offer.filled_page import GROUP, THEME
from campagne.measurement.offer.matrix import Label
from campagne.measurement.offer.report_views import OF_THE_REGION
from campagne.measurement.offer.sight import Rights, ways_to_make
from doelgroepen.models import Municipality

ON_A_PAGE = {
    Proposal.LOOK_OVER: "Kijk ‘{title}’ na, en vul in wanneer dat was",
    Proposal.EXPLAIN: "Leg het antwoord beter uit op ‘{title}’",
    Proposal.CHECK_CONTACT: "Kijk na of het meldpunt goed staat op ‘{title}’",
    Proposal.PUT_UP_ENTRANCE: "Hang een poster met code op, die leidt naar ‘{title}’",
}
TO_MAKE = {Proposal.MAKE_PAGE: ("page", "Maak een pagina"), Proposal.MAKE_QUIZ: ("quiz", "Maak een quizpagina")}
SEE_OFFER = "Bekijk wat we hierover aanbieden"


@dataclass(frozen=True)
class Way:
    """What is proposed, and where that is done; without `url` it is somebody else's work."""

    words: str
    url: str
    offer_url: str


class Ways:
    """The ways for one person, with what they may and the titles of pages asked once for all cards."""

    def __init__(self, user: Any, cards: Iterable[AttentionCard]) -> None:
        self._rights = Rights.of(user)
        self._may_add_entrance = user.has_perm("measurement.add_entrance")
        pages = [card.figures.get("page") for card in cards]
        live = Page.objects.live().filter(pk__in=[page for page in pages if page])
        self._titles: Mapping[int, str] = dict(live.values_list("pk", "title"))
        self._make = cache(lambda place: ways_to_make(user, _label(place)))

    def of(self, card: AttentionCard) -> Way:
        """One proposal. What was about a page that is gone becomes: look at what is offered."""
        proposal, page = Proposal(card.figures["proposal"]), card.figures.get("page")
        offer_url = _offer_url(card)
        if page in self._titles and proposal in ON_A_PAGE:
            return Way(ON_A_PAGE[proposal].format(title=self._titles[page]), self._page_url(proposal, page), offer_url)
        if proposal in TO_MAKE:
            kind, words = TO_MAKE[proposal]
            made = self._make(card.municipality).get(kind, "")
            return Way(words, f"{made}?{urlencode(_labels(card))}" if made else "", offer_url)
        return Way(SEE_OFFER, offer_url, offer_url)

    def _page_url(self, proposal: Proposal, page: int) -> str:
        if proposal is Proposal.PUT_UP_ENTRANCE:
            return f"{reverse(ADD)}?page={page}" if self._may_add_entrance else ""
        return reverse("wagtailadmin_pages:edit", args=[page]) if page in self._rights.pages else ""


def _label(place: Municipality | None) -> Label | None:
    return Label(place.pk, place.name, place.slug) if place else None


def _labels(card: AttentionCard) -> dict[str, str]:
    named = {THEME: card.theme, GROUP: card.group}
    return {name: label.slug for name, label in named.items() if label}


def _offer_url(card: AttentionCard) -> str:
    """The report of what is offered; with a theme and a group, the cell of both."""
    place = card.municipality.slug if card.municipality else OF_THE_REGION
    labels = _labels(card)
    anchor = "#gekozen" if len(labels) == 2 else ""
    return f"{reverse('offer')}?{urlencode({'gemeente': place, **labels})}{anchor}"
