"""The Atom feed: one entry for what is told of each incident, under a name that never changes."""

from datetime import UTC, datetime, timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import timezone

from campagne.incidents.course import Kind
from campagne.incidents.models import Incident
from campagne.incidents.raising import Wanted, end, update
from campagne.syndication.atom import tag_of
from campagne.syndication.current import Sent

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
BAD = "<b>&\"'"


def feed(client):
    answer = client.get("/nu/atom.xml")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return fromstring(answer.content)


def told(client, name: str) -> list[str]:
    return [entry.findtext(ATOM + name) for entry in feed(client).findall(f"{ATOM}entry")]


def test_an_entry_says_what_where_and_leads_to_every_language_and_to_cap(client, officers):
    incident = officers.raised()

    [entry] = feed(client).findall(f"{ATOM}entry")
    links = {link.get("href").rpartition("8000")[2]: link.get("type") for link in entry.findall(f"{ATOM}link")}

    assert entry.findtext(f"{ATOM}title") == "Gaswolk: dit doet u"
    assert "Waar: Geleen-Zuid en Neerbeek. Ga naar binnen." in entry.findtext(f"{ATOM}summary")
    assert {key.partition("/nu/")[2]: value for key, value in links.items()} == {
        "": "text/html",
        "en/": "text/html",
        "de/": "text/html",
        f"cap/{incident.pk.hex}-1.xml": "application/cap+xml",
    }
    sent = incident.newest.sent_at.replace(microsecond=0)
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) == sent


def test_an_empty_feed_has_all_that_a_feed_must_have(client, home):
    found = feed(client)

    assert [found.findtext(f"{ATOM}{name}") != "" for name in ("id", "title", "author/" + ATOM + "name")] == [True] * 3
    assert datetime.fromisoformat(found.findtext(f"{ATOM}updated")).tzinfo
    [here] = [link.get("href") for link in found.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert here == found.findtext(f"{ATOM}id")
    assert here.endswith("/nu/atom.xml")


def test_an_update_takes_the_place_of_what_was_told(client, officers):
    incident = officers.raised(area="Urmond")
    [before] = told(client, "id")
    update(incident.pk, 1, Wanted("Elsloo", incident.ends_at), officers.first, timezone.now())

    [after], [summary] = told(client, "id"), told(client, "summary")

    assert after != before
    assert ("Urmond" in summary, "Elsloo" in summary) == (False, True)


def test_a_name_stays_when_something_earlier_comes_later_and_the_site_moves(client, officers, settings):
    officers.raised()
    [name] = told(client, "id")
    officers.raised(at=timezone.now() - timedelta(hours=1))
    settings.SITE_URL = "https://elders.example"

    assert told(client, "id")[0] == name


def test_what_is_over_says_so_and_what_ended_by_itself_is_gone_until_its_end_is_told(client, officers):
    incident, other = officers.raised(), officers.raised()
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, timezone.now())
    Incident.objects.filter(pk=other.pk).update(ends_at=timezone.now())

    assert told(client, "title") == ["Sein veilig: Gaswolk: dit doet u"]
    assert "Ga naar binnen" not in told(client, "summary")[0]


def test_an_exercise_is_marked_and_stands_last(client, officers):
    officers.raised()
    officers.raised(is_exercise=True)

    assert told(client, "title") == ["Gaswolk: dit doet u", "OEFENING: Gaswolk: dit doet u"]
    assert told(client, "summary")[1].startswith("Dit is niet echt.")


def test_markup_and_quotes_come_out_as_they_went_in(client, officers):
    officers.raised(area=BAD, own={"nl": f"{BAD}\x0b", "en": "", "de": ""})

    [summary] = told(client, "summary")

    assert summary.count(BAD) == 2


def test_with_danger_of_an_explosion_only_the_alert_decides(client, officers):
    officers.page.scenario = "explosion"
    officers.page.save()
    officers.raised()

    assert told(client, "summary")[0].endswith("Doe wat de NL-Alert zegt.")


def test_a_name_is_made_of_what_was_frozen():
    sent = Sent("www.weerbaar.example.0123456789abcdef0123456789abcdef.3", datetime(2026, 11, 29, 23, 30, tzinfo=UTC))

    assert tag_of(sent) == f"tag:www.weerbaar.example,2026-11-29:{sent.identifier}"
