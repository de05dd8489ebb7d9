"""CAP 1.2 holds to its standard, and what was superseded is named as such."""

from datetime import UTC, datetime, timedelta, timezone
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone as clock

from campagne.content.instruction import Language, Scenario
from campagne.incidents.course import Kind
from campagne.incidents.models import Incident
from campagne.incidents.raising import Wanted, end, expire, update
from campagne.syndication.cap import moment
from campagne.syndication.cap_values import DANGERS, ENDINGS, TYPE
from tests.syndication.cap_rules import problems, read, text, texts

pytestmark = pytest.mark.django_db
BAD = "<b>&\"'"


def cap(client, path: str = "/nu/cap.xml"):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/cap+xml; charset=utf-8")
    return read(answer.content)


def test_an_incident_is_an_alert_in_three_languages(client, officers):
    incident = officers.raised()

    alert = cap(client)

    assert text(alert, "identifier") == f"localhost.{incident.pk.hex}.1"
    assert [text(alert, name) for name in ("sender", "status", "msgType", "scope")] == [
        "localhost", "Actual", "Alert", "Public",
    ]  # fmt: skip
    assert texts(alert, "references") == []
    assert texts(alert, "info/language") == ["nl", "en", "de"]
    assert texts(alert, "info/headline")[1] == "Gas cloud: what to do"
    assert set(texts(alert, "info/category") + texts(alert, "info/responseType")) == {"CBRNE", "Shelter"}
    assert "Go inside.\nClose windows and doors." in texts(alert, "info/instruction")[1]
    assert set(texts(alert, "info/area/areaDesc")) == {"Geleen-Zuid en Neerbeek"}
    assert datetime.fromisoformat(text(alert, "info/expires")) == incident.ends_at.replace(microsecond=0)


@pytest.mark.parametrize(
    ("kind", "headline", "response"),
    [
        pytest.param(Kind.ALL_CLEAR, "Sein veilig: Gaswolk: dit doet u", "AllClear", id="all clear"),
        pytest.param(Kind.WITHDRAWAL, "Ingetrokken: Gaswolk: dit doet u", "None", id="withdrawn"),
        pytest.param(Kind.EXPIRY, "Afgelopen: Gaswolk: dit doet u", "Monitor", id="ended by itself, so nobody knows"),
    ],
)
def test_an_end_cancels_all_that_was_sent_and_tells_nobody_to_shelter(client, officers, kind, headline, response):
    incident, at = officers.raised(), clock.now()
    first = text(cap(client), "sent")
    if kind is Kind.EXPIRY:
        Incident.objects.update(ends_at=at)
        expire(at)
    else:
        end(incident.pk, 1, kind, officers.first, at, "vals alarm")

    alert = cap(client)

    assert (text(alert, "msgType"), text(alert, "info/responseType")) == ("Cancel", response)
    assert text(alert, "info/headline") == headline
    assert text(alert, "references") == f"localhost,localhost.{incident.pk.hex}.1,{first}"
    assert texts(alert, "info/instruction") == []


def test_an_update_refers_to_every_message_before_it(client, officers):
    incident = officers.raised()
    for number in (1, 2):
        update(incident.pk, number, Wanted(f"Elsloo {number}", incident.ends_at), officers.first, clock.now())

    alert = cap(client)

    assert text(alert, "msgType") == "Update"
    assert [reference.split(",")[1] for reference in text(alert, "references").split()] == [
        f"localhost.{incident.pk.hex}.{number}" for number in (1, 2)
    ]


def test_its_name_sender_and_moment_are_those_of_the_first_time_whatever_comes_later(client, officers, settings):
    incident = officers.raised()
    place = f"/nu/cap/{incident.pk.hex}-1.xml"
    first = [text(cap(client, place), name) for name in ("identifier", "sender", "sent")]
    officers.raised(at=clock.now() - timedelta(hours=1))
    officers.page.save_revision().publish()
    settings.SITE_URL = "https://elders.example"

    assert [text(cap(client, place), name) for name in ("identifier", "sender", "sent")] == first


def test_each_of_two_incidents_has_its_own_document_and_a_superseded_message_has_none(client, officers):
    one, other = officers.raised(area="Urmond"), officers.raised(area="Elsloo")
    update(one.pk, 1, Wanted("Berg aan de Maas", one.ends_at), officers.first, clock.now())

    assert client.get(f"/nu/cap/{one.pk.hex}-1.xml").status_code == 404
    assert text(cap(client, f"/nu/cap/{one.pk.hex}-2.xml"), "info/area/areaDesc") == "Berg aan de Maas"
    assert text(cap(client, f"/nu/cap/{other.pk.hex}-1.xml"), "info/area/areaDesc") == "Elsloo"
    assert text(cap(client), "info/area/areaDesc") == "Berg aan de Maas"


def test_an_exercise_has_its_status_and_never_takes_the_place_of_what_is_real(client, officers):
    exercise = officers.raised(is_exercise=True)
    alert = cap(client)
    officers.raised(area="Elsloo")

    assert (text(alert, "status"), text(alert, "note")[:8]) == ("Exercise", "OEFENING")
    assert all(told.startswith(("OEFENING: ", "EXERCISE: ", "ÜBUNG: ")) for told in texts(alert, "info/headline"))
    assert text(cap(client), "info/area/areaDesc") == "Elsloo"
    assert text(cap(client, f"/nu/cap/{exercise.pk.hex}-1.xml"), "status") == "Exercise"


def test_while_nothing_is_told_there_is_a_message_of_the_channel_and_the_same_one_all_day(client, home):
    alert, again = cap(client), cap(client)

    assert (text(alert, "status"), texts(alert, "info")) == ("System", [])
    assert text(alert, "identifier") == text(again, "identifier")
    assert "T00:00:00" in text(alert, "sent")


def test_between_its_end_and_the_clock_an_old_message_is_not_told(client, officers):
    officers.raised()
    Incident.objects.update(ends_at=clock.now())

    assert text(cap(client), "status") == "System"


def test_markup_quotes_and_what_xml_cannot_hold(client, officers):
    officers.raised(area=f"Stein {BAD}", own={"nl": f"\x0b{BAD}\x1f", "en": BAD, "de": BAD})

    alert = cap(client)

    assert text(alert, "info/area/areaDesc") == f"Stein {BAD}"
    assert BAD in text(alert, "info/instruction")


@pytest.mark.parametrize(
    ("at", "told"),
    [
        pytest.param(datetime(2026, 11, 29, 9, 5, 7, 123, UTC), "2026-11-29T09:05:07-00:00", id="UTC"),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1))),
            "2026-10-25T02:30:00+01:00",
            id="the second time in the night of the clock",
        ),
    ],
)
def test_a_moment_is_written_as_the_standard_wants(at, told):
    assert moment(at) == told


def test_every_scenario_language_and_kind_has_its_words():
    assert set(DANGERS) == set(Scenario)
    assert all(set(danger.event) == set(Language) for danger in DANGERS.values())
    assert set(TYPE) == set(Kind)
    assert set(ENDINGS) == {Kind.ALL_CLEAR, Kind.WITHDRAWAL, Kind.EXPIRY}


def test_the_rules_see_what_is_wrong():
    alert = fromstring(
        '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><sender>a b</sender><identifier>a,b</identifier>'
        "<sent>2026-11-29T09:05:07Z</sent><status>Real</status><msgType>Update</msgType><scope/></alert>"
    )

    assert len([*problems(alert)]) == 7
