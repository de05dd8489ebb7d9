"""A card works on when the account of whoever printed it is frozen, until it is withdrawn."""

import re

from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campagne.guided.codes import typed_secret
from campagne.guided.leading.cards import PresenterCard, make_card
from campagne.staff.freezing.powers import end_powers, powers_of
from campagne.staff.left import name_who_left


def test_cards_that_somebody_printed_are_listed_and_withdrawn_and_nobody_elses(client, coordinator, ours, theirs):
    page = client.post(reverse("guided_new_card", args=[ours.session.pk]))
    secret = typed_secret(re.search(r'planning__secret">([^<]+)<', page.content.decode())[1])
    _, of_colleague = make_card(ours.session, timezone.now(), ours.guide)

    [power] = powers_of(coordinator)
    assert "Bibliotheek Stein" in power.name
    end_powers(coordinator, timezone.now(), None, [power.key])

    assert powers_of(coordinator) == []
    assert PresenterCard.objects.with_secret(secret) is None
    assert PresenterCard.objects.with_secret(of_colleague) is not None


def test_of_a_card_from_before_that_was_kept_the_planner_answers(ours):
    ours.session.planned_by = ours.coordinator
    ours.session.save()

    assert [power.key for power in powers_of(ours.coordinator)] == [f"guided.card.{ours.card.pk}"]
    assert powers_of(ours.guide) == []


def test_who_printed_a_card_stands_in_the_history_when_the_account_is_gone(client, coordinator, ours):
    client.post(reverse("guided_new_card", args=[ours.session.pk]))
    line = ModelLogEntry.objects.get(action="wagtail.create", user=coordinator)
    gone = ModelLogEntry.objects.log_action(coordinator, "wagtail.delete")
    coordinator.delete()

    line = ModelLogEntry.objects.get(pk=line.pk)
    name_who_left([line])

    assert line.label.startswith("begeleiderskaart: ")
    assert line.user_display_name == f"{gone.label} (verwijderd)"
