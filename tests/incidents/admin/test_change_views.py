"""What readers see is updated, extended and ended; who was too late reads the newest and loses nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.incidents.course import State
from campagne.incidents.models import Incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident(officers) -> Incident:
    return officers.raised()


def address(incident: Incident, word: str) -> str:
    return f"/beheer/incidenten/{incident.pk}/{word}/"


def test_an_update_is_told_with_the_words_of_who_made_it(first, incident, stein):
    form = {"seen": 1, "area": "Neerbeek", "municipalities": [stein.pk], "own_nl": "De brug is dicht."}

    answer = first.post(address(incident, "bijwerken"), form)

    newest = Incident.objects.get().newest
    assert answer.status_code == 302
    assert (newest.number, newest.area, newest.told["nl"]["lines"]) == (2, "Neerbeek", ["De brug is dicht."])
    assert list(Incident.objects.get().municipalities.all()) == [stein]
    assert "De brug is dicht." in first.get(address(incident, "bijwerken")).content.decode()


def test_of_two_updates_at_once_the_second_reads_the_first_and_loses_nothing(first, second, incident):
    first.post(address(incident, "bijwerken"), {"seen": 1, "area": "Neerbeek"})

    late = second.post(address(incident, "bijwerken"), {"seen": 1, "area": "Beek", "own_nl": "Blijf binnen."})
    again = second.post(address(incident, "bijwerken"), {"seen": late.context["form"]["seen"].value(), "area": "Beek"})

    text = late.content.decode()
    assert late.status_code == 422
    assert all(words in text for words in ("net bijgewerkt", "Dit staat er nu", "Neerbeek", "Blijf binnen."))
    assert again.status_code == 302
    assert Incident.objects.get().newest.area == "Beek"


def test_a_later_end_asks_why_and_keeps_the_lines(first, incident):
    first.post(address(incident, "bijwerken"), {"seen": 1, "area": "Neerbeek", "own_nl": "De brug is dicht."})
    later = timezone.localtime() + timedelta(days=2)
    form = {"seen": 2, "end": "moment", "end_day": f"{later:%Y-%m-%d}", "end_time": "12:00"}

    without = first.post(address(incident, "verlengen"), form)
    first.post(address(incident, "verlengen"), {**form, "reason": "De brand duurt langer."})

    newest = Incident.objects.get().newest
    assert without.status_code == 422
    assert "Schrijf op waarom het langer duurt" in without.content.decode()
    assert (newest.number, newest.reason) == (3, "De brand duurt langer.")
    assert newest.told["nl"]["lines"] == ["De brug is dicht."]


def test_more_than_a_week_is_refused_in_words(first, incident):
    later = timezone.localtime() + timedelta(days=9)
    form = {"seen": 1, "end": "moment", "end_day": f"{later:%Y-%m-%d}", "end_time": "12:00", "reason": "Lang."}

    answer = first.post(address(incident, "verlengen"), form)

    assert "zeven dagen" in answer.content.decode()


@pytest.mark.parametrize(
    ("word", "form", "state"),
    [
        pytest.param("sein-veilig", {}, State.CLEARED, id="it is safe"),
        pytest.param("intrekken", {"reason": "Verkeerde melding."}, State.WITHDRAWN, id="it should not have been told"),
        pytest.param("intrekken", {"reason": ""}, State.LIVE, id="withdrawing asks why"),
    ],
)
def test_it_is_ended_once_and_its_history_says_by_whom(first, incident, officers, word, form, state):
    first.post(address(incident, word), {"seen": 1, **form})
    late = first.post(address(incident, "bijwerken"), {"seen": 1, "area": "Beek"})

    ended = Incident.objects.get()
    assert ended.state == state
    if state != State.LIVE:
        assert late.status_code == 302
        assert f"door {officers.first}" in first.get(f"/beheer/incidenten/{incident.pk}/").content.decode()


def test_the_first_screen_says_what_runs_and_what_ends_within_the_hour(first, officers):
    officers.raised(ends_at=timezone.now() + timedelta(minutes=50))

    text = first.get("/beheer/").content.decode()

    assert "ECHT, te zien" in text
    assert "Eindigt binnen een uur" in text
