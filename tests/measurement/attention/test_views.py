"""The screen of cards, as people of the region, of a municipality and who only read see it."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.measurement.models import AttentionCard, ContextEvent
from doelgroepen.models import TargetGroup
from tests.conftest import make_user
from tests.measurement.attention.conftest import NOON, SENTENCE

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


def told(client, user) -> str:
    client.force_login(user)
    answer = client.get(reverse("attention"))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def close_url(card) -> str:
    return reverse("attention_close", args=[card.pk])


def test_a_card_says_its_reason_figures_caveat_and_one_proposal(client, regional_editor, card):
    card()

    screen = told(client, regional_editor)

    assert re.search(r'<h2 id="groep-1">Ouderen</h2>', screen)
    assert "Bereik" in screen
    assert "Cybercrime, hele regio" in screen
    assert SENTENCE in screen
    assert "Een bezoek is geen persoon. Wat de oorzaak is, zegt dit niet." in screen
    assert "Trede 1: bereik. Bron: eigen telling." in screen
    assert screen.count("Voorstel:") == 1
    assert f"{reverse('offer')}?gemeente=regio&amp;thema=cybercrime&amp;doelgroep=ouderen#gekozen" in screen


def test_when_nothing_stands_out_the_screen_says_what_was_looked_at(client, regional_editor):
    screen = told(client, regional_editor)

    assert "Er valt nu niets op" in screen
    assert "Dat is niet hetzelfde als: alles gaat goed." in screen
    assert "Waar keken we naar?" in screen
    assert "er is nog niets geteld" in screen


def test_answers_on_pages_for_more_groups_are_not_told_as_those_of_everybody(client, regional_editor, ask, old, young):
    ask("Geeft u de code?", old, young)
    ask("Hangt u op?")

    screen = told(client, regional_editor)

    assert "Iedereen of meer doelgroepen samen, Cybercrime, pagina&#x27;s van de regio" in screen
    assert "Ouderen, Cybercrime, pagina&#x27;s van de regio" in screen


def test_groups_stand_in_their_order_and_everybody_last(client, regional_editor, card, young):
    card(), card(group=young), card(group=None)

    assert re.findall(r'<h2 id="groep-\d">([^<]+)', told(client, regional_editor)) == [
        "Jongeren",
        "Ouderen",
        "Alle doelgroepen",
    ]


def test_a_card_that_is_no_longer_seen_says_since_when_and_can_be_closed(client, regional_editor, card):
    one = card()
    AttentionCard.objects.update(figures={**one.figures, "gone_since": "2026-12-02"})

    screen = told(client, regional_editor)

    assert "Niet meer te zien sinds 2 december 2026." in screen
    assert close_url(one) in screen


def test_an_editor_of_stein_sees_the_region_and_stein_and_closes_steins_alone(
    client, editor_of_stein, card, stein, beek
):
    regional, own, theirs = card(), card(municipality=stein), card(municipality=beek)
    group = TargetGroup.objects.create(name="Ouders in Beek", self_description="ouder", municipality=beek)
    card(group=group)

    screen = told(client, editor_of_stein)

    assert close_url(own) in screen
    assert "Cybercrime, hele regio" in screen
    assert "Beek" not in screen
    assert [client.get(close_url(one)).status_code for one in (own, regional, theirs)] == [200, 302, 404]
    assert client.post(close_url(theirs), {"explanation": "onverklaard"}).status_code == 404
    assert AttentionCard.objects.filter(closed_at=None).count() == 4


def test_a_reader_sees_every_card_and_closes_none(client, reader, card, stein):
    one = card(municipality=stein)

    screen = told(client, reader)

    assert "Cybercrime, Stein" in screen
    assert "Sluit deze kaart" not in screen
    client.post(close_url(one), {"explanation": "onverklaard"})
    assert AttentionCard.objects.filter(closed_at=None).count() == 1


def test_whoever_may_not_see_figures_is_refused(client, home, card):
    client.force_login(make_user("buitenstaander"))

    for address in (reverse("attention"), close_url(card())):
        assert client.get(address).status_code in {302, 403}


def test_closing_asks_for_an_explanation_and_loses_nothing_when_none_is_chosen(client, regional_editor, card):
    event = ContextEvent.objects.create(title="Storing", begins="2026-11-10")
    client.force_login(regional_editor)
    one = card()

    empty = client.post(close_url(one), {})

    assert empty.status_code == 422
    assert "Er is niets gekozen." in empty.content.decode()
    assert "Storing" in empty.content.decode()
    assert client.post(close_url(one), {"explanation": event.pk}).status_code == 302
    one.refresh_from_db()
    assert (one.event, one.closed_by) == (event, regional_editor)


def test_a_closed_card_stands_below_with_who_and_why(client, regional_editor, card):
    one = card()
    client.force_login(regional_editor)
    client.post(close_url(one), {"explanation": "onverklaard"})

    screen = told(client, regional_editor)

    assert re.search(r"Gesloten op \d+ \w+ \d{4}</strong> door [^:]+: onverklaard\.", screen)
    assert close_url(one) not in screen


def test_what_happened_in_beek_is_not_named_to_stein(client, regional_editor, editor_of_stein, card, beek):
    event = ContextEvent.objects.create(title="Brand in Beek", begins="2026-11-10", municipality=beek)
    card(closed_at=NOON, closed_by=regional_editor, event=event)

    assert "Brand in Beek." in told(client, regional_editor)
    assert "een gebeurtenis in een andere gemeente." in told(client, editor_of_stein)


def test_an_event_that_was_removed_says_so(client, regional_editor, card):
    card(closed_at=NOON, closed_by=regional_editor)

    assert "de gebeurtenis is er niet meer." in told(client, regional_editor)


def test_who_comes_second_is_told_that_it_was_closed(client, regional_editor, editor_of_stein, card, stein):
    one = card(municipality=stein, closed_at=NOON, closed_by=regional_editor, is_unexplained=True)
    client.force_login(editor_of_stein)

    answer = client.post(close_url(one), {"explanation": "onverklaard"}, follow=True)

    assert "Deze kaart was al gesloten." in answer.content.decode()
    one.refresh_from_db()
    assert one.closed_by == regional_editor


def test_an_event_that_is_missing_is_written_with_the_days_filled_in(client, regional_editor, card, old):
    one = card()
    client.force_login(regional_editor)

    screen = client.get(close_url(one)).content.decode()

    assert f"van=2026-11-02&amp;tot=2026-11-29&amp;thema={one.theme_id}&amp;doelgroep={old.pk}" in screen


def test_the_figures_lead_to_the_cards(client, regional_editor):
    client.force_login(regional_editor)

    assert reverse("attention") in client.get(reverse("figures")).content.decode()


def test_the_number_of_questions_does_not_grow_with_cards(client, regional_editor, card, stein, beek, young):
    client.force_login(regional_editor)
    card()
    client.get(reverse("attention"))
    few = _questions(client)
    card(municipality=stein), card(municipality=beek), card(group=young), card(gap="step")

    assert _questions(client) <= few


def _questions(client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("attention"))
    return len(asked)
