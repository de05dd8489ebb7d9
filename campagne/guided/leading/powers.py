"""Cards that work on when the account of whoever printed them is frozen: whoever kept the secret can still come in."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from campagne.guided.leading.cards import PresenterCard
from campagne.guided.sessions.standing import State
from campagne.staff.freezing.powers import Power


def cards_of(account: Any) -> list[Power]:
    """The cards this person printed; of one from before that was written down, those of lessons they planned."""
    printed = Q(made_by=account.pk) | Q(made_by=None, session__planned_by=account.pk)
    cards = PresenterCard.objects.valid().filter(printed).exclude(session__state=State.CLOSED)
    return [_as_power(card) for card in cards.select_related("session__location")]


def _as_power(card: PresenterCard) -> Power:
    made = date_format(timezone.localtime(card.made_at), "j F Y")
    name = f"{card.session}, {card.session.location}, gemaakt op {made}"
    address = reverse("guided_session", args=[card.session_id])
    return Power(f"guided.card.{card.pk}", "Begeleiderskaart", name, address, partial(_withdraw, card))


def _withdraw(card: PresenterCard, at: datetime) -> None:
    PresenterCard.objects.valid().filter(pk=card.pk).update(revoked_at=at)
