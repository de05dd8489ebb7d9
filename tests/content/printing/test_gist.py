from datetime import date
from types import SimpleNamespace

import pytest

from campagne.contacts.models import ReportChannel
from campagne.content.printing.fitting import Act, Contact
from campagne.content.printing.gist import acts_of, calls_of, checked_on, first_sentence

pytestmark = pytest.mark.once
DAY = date(2026, 11, 24)
POLICE = ReportChannel(pk=1, name="Politie", phone="0900-8844", purpose="Geen spoed.", checked_on=DAY)
ALARM = ReportChannel(pk=2, name="Alarm", phone="112", purpose="Gevaar.", is_urgent=True)
BANK = ReportChannel(pk=3, name="Uw bank", hours="Het nummer staat in de app.", purpose="Geld.", checked_on=DAY)
SITE = ReportChannel(pk=4, name="Meldpunt", url="https://www.meldpunt.example/hier/", purpose="Nep.", checked_on=DAY)


def block(kind: str, **value):
    return SimpleNamespace(block_type=kind, value=value)


def call(channel, urgency: str = "", note: str = ""):
    return block("call_now", channel=channel, urgency=urgency, note=note)


def page(*body, next_step=(), **more):
    return SimpleNamespace(body=body, next_step=next_step, **more)


def test_steps_are_what_to_do_and_else_the_advice_of_a_list():
    advice = block("do_dont", do=["Bel zelf."], dont=["Klik niet."])
    step = block("step", title="Hang op", body="<p>Zeg niets meer. Leg de telefoon weg.</p>")

    assert acts_of(page(advice, step)) == (Act("Hang op", "Zeg niets meer."),)
    assert acts_of(page(advice)) == (Act("Bel zelf."),)
    assert acts_of(page()) == ()


def test_the_steps_of_a_lesson_are_looked_through_as_well():
    advice = block("do_dont", do=["Bel zelf."], dont=[])

    assert acts_of(page(steps=[SimpleNamespace(value={"body": [advice]})])) == (Act("Bel zelf."),)


def test_who_is_urgent_comes_first_and_each_comes_once():
    told = page(call(POLICE), call(ALARM), call(BANK), next_step=(call(SITE), call(BANK, "now", "Als er geld weg is.")))

    found = calls_of(told)

    assert [(called.channel.name, called.note) for called in found] == [
        ("Uw bank", "Als er geld weg is."),
        ("Alarm", ""),
        ("Meldpunt", ""),
        ("Politie", ""),
    ]


@pytest.mark.parametrize(
    ("channel", "contact"),
    [
        pytest.param(POLICE, Contact("Politie", "0900-8844", "Geen spoed."), id="a number"),
        pytest.param(SITE, Contact("Meldpunt", "meldpunt.example", "Nep."), id="a website as people say it"),
        pytest.param(BANK, Contact("Uw bank", "", "Het nummer staat in de app."), id="how to find the number"),
        pytest.param(ALARM, Contact("Alarm (niet nagegaan)", "112", "Gevaar."), id="a number nobody checked"),
    ],
)
def test_a_contact_on_paper(channel, contact):
    [called] = calls_of(page(call(channel)))

    assert called.on_paper(unchecked=" (niet nagegaan)") == contact


def test_a_channel_that_was_removed_is_left_out():
    assert calls_of(page(call(None))) == []


def test_numbers_were_checked_on_the_earliest_day():
    earlier = ReportChannel(pk=5, name="Eerder", phone="1", checked_on=date(2026, 3, 1))

    assert checked_on(calls_of(page(call(POLICE), call(ALARM), call(earlier)))) == date(2026, 3, 1)
    assert checked_on(calls_of(page(call(ALARM)))) is None


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        pytest.param("<p>Zeg niets. Leg neer.</p>", "Zeg niets.", id="the first"),
        pytest.param("<p>Betaald?</p><p>Zeg het &amp; bel.</p>", "Betaald? Zeg het & bel.", id="a question goes along"),
        pytest.param("<p>Betaald?</p>", "", id="a question alone says nothing"),
        pytest.param(f"<p>{'lang ' * 40}.</p>", "", id="too long"),
        pytest.param("", "", id="nothing"),
        pytest.param(None, "", id="no text at all"),
    ],
)
def test_the_first_sentence_explains(body, sentence):
    assert first_sentence(body) == sentence
