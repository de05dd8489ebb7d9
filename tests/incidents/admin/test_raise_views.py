"""Raising on the screen: everything is asked at once, shown before it is kept, and kept once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.incidents.models import Incident, PreparedLine
from tests.incidents.admin.conftest import client_of, filled_in

pytestmark = pytest.mark.django_db
RAISE = "/beheer/incidenten/melden/"


def test_what_readers_will_see_is_shown_in_three_languages_before_anything_is_kept(first, officers):
    line = PreparedLine.objects.create(text_nl="Blijf luisteren.", text_en="Keep listening.", text_de="Hören Sie zu.")
    form = filled_in(officers, step="preview", prepared=[line.pk], own_nl="De brug is dicht.")

    text = first.post(RAISE, form).content.decode()

    assert all(words in text for words in ("Ga naar binnen.", "Keep listening.", "Gehen Sie ins Haus."))
    assert text.count("Uw eigen zin staat er niet in het") == 2
    assert not Incident.objects.exists()


def test_what_was_shown_is_put_ready_once_however_often_somebody_clicks(first, officers):
    shown = first.post(RAISE, filled_in(officers, step="preview")).context["form"]
    form = filled_in(officers, key=str(shown.cleaned_data["key"]), until=shown.until_text)

    answers = [first.post(RAISE, form), first.post(RAISE, form)]

    incident = Incident.objects.get()
    assert {answer.url for answer in answers} == {f"/beheer/incidenten/{incident.pk}/"}
    assert incident.ends_at == shown.ending.at


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({"sort": ""}, "Kies of dit een oefening is", id="nobody chose whether it is real"),
        pytest.param({"page": ""}, "Kies wat er aan de hand is", id="no scenario"),
        pytest.param({"area": "x" * 400}, "Dit zijn 400 tekens", id="an area of 400 characters"),
        pytest.param({"end": "moment"}, "Vul een dag en een tijd in", id="another moment, but which"),
        pytest.param(
            {"end": "moment", "end_day": "2020-01-01", "end_time": "12:00"}, "al voorbij", id="an end in the past"
        ),
        pytest.param({"end": "moment", "end_day": "2099-01-01", "end_time": "12:00"}, "zeven dagen", id="too long"),
        pytest.param({"key": "x"}, "Dit is nog niet goed", id="a forged key"),
    ],
)
def test_what_cannot_be_told_is_said_at_its_field_and_nothing_typed_is_lost(first, officers, changed, words):
    answer = first.post(RAISE, filled_in(officers, own_nl="De brug is dicht.", **changed))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "De brug is dicht." in answer.content.decode()
    assert not Incident.objects.exists()


def test_markup_and_quotes_are_shown_as_they_were_typed(first, officers):
    form = filled_in(officers, step="preview", area='<b>Geleen</b> & "Zuid"', own_nl="<script>alert(1)</script>")

    text = first.post(RAISE, form).content.decode()

    assert "&lt;b&gt;Geleen&lt;/b&gt; &amp; &quot;Zuid&quot;" in text
    assert "<script>alert(1)" not in text


def test_whether_it_is_real_is_never_chosen_for_somebody_and_an_old_instruction_warns(first, officers, regional_editor):
    officers.page.verify_before = timezone.localdate()
    officers.page.save_revision().publish()

    screen, editors = first.get(RAISE), client_of(regional_editor).get("/beheer/").content.decode()

    assert "checked" not in str(screen.context["form"]["sort"])
    assert "Instructies om na te lopen" in editors
    assert "opnieuw zijn nagelopen" in screen.content.decode()
    assert "niet op tijd nagelopen" in first.get("/beheer/").content.decode()


def test_going_back_keeps_everything_and_a_new_one_may_be_like_an_earlier_one(first, officers):
    again = first.post(RAISE, filled_in(officers, step="change", own_de="Die Brücke ist zu.")).content.decode()
    first.post(RAISE, filled_in(officers, own_de="Die Brücke ist zu."))
    like = first.get(f"{RAISE}?als={Incident.objects.get().pk}").content.decode()

    assert "Die Brücke ist zu." in again
    assert "Die Brücke ist zu." in like
    assert first.get(f"{RAISE}?als=niets").status_code == 200


def test_the_moment_of_the_first_screen_is_kept_unless_it_cannot_be(first, officers):
    now = timezone.now()
    for begun in (now - timedelta(seconds=40), now + timedelta(days=1)):
        first.post(RAISE, filled_in(officers, begun=begun.isoformat()))

    assert sorted(incident.begun_at is None for incident in Incident.objects.all()) == [False, True]
