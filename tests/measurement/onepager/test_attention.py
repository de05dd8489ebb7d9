from datetime import timedelta

import pytest

from campagne.measurement.models import AttentionCard
from campagne.measurement.onepager.attention import MOST_CARDS, needs_attention

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(cyber, today):
    def make(gap="offer", *, days_ago=0, **fields) -> AttentionCard:
        day = today - timedelta(days=days_ago)
        figures = {"sentence": "Er zijn 7 antwoorden.", "proposal": "make_page", "page": None}
        told = {"theme": cyber, "raised_on": day, "seen_on": day, "figures": figures, **fields}
        return AttentionCard.objects.create(gap=gap, **told)

    return make


def test_a_card_is_told_by_what_it_proposes_and_without_its_figures(card, cyber, reader):
    card()

    (line,) = needs_attention([cyber], reader, None)[cyber.pk]

    assert line.startswith("Alle doelgroepen (aanbod): ")
    assert "7" not in line


def test_no_more_than_fit_and_none_that_was_closed(card, cyber, reader, today):
    for gap in ("offer", "reach", "step"):
        card(gap)
    assert len(needs_attention([cyber], reader, None)[cyber.pk]) == MOST_CARDS

    AttentionCard.objects.update(closed_at="2026-11-01T12:00Z")
    assert needs_attention([cyber], reader, None) == {}


def test_a_card_of_beek_is_no_business_of_stein(card, cyber, editor_of_stein, reader, stein, beek):
    card(municipality=beek)

    assert needs_attention([cyber], editor_of_stein, None) == {}
    assert needs_attention([cyber], reader, stein) == {}
    assert len(needs_attention([cyber], reader, beek)[cyber.pk]) == 1
