"""Who gives accounts sees what goes wrong and what to do; others do not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import write_down
from campagne.serving.disturbances.advice import OF_KIND, TOO_MANY, advice_for
from campagne.serving.disturbances.noting import OTHER, Kind, note
from campagne.serving.disturbances.record import write_noted
from campagne.staff.roles import ADMINISTRATOR, group_for
from tests.conftest import make_user

ADDRESS = "/beheer/storingen/"


@pytest.fixture
def administrator(home):
    return make_user("beheerder-storing", group_for(ADMINISTRATOR))


def test_a_quiet_site_says_so(client, administrator):
    for job in JOBS:
        write_down(job, timezone.now(), timedelta(seconds=1), "")
    client.force_login(administrator)

    screen = client.get(ADDRESS).content.decode()

    for words in ("De klok loopt en alle taken lukken.", "Er ging niets mis.", "De database antwoordde steeds snel."):
        assert words in screen
    assert screen.count("goed</td>") == len(JOBS)


def test_what_went_wrong_stands_there_with_what_to_do(client, administrator):
    note(Kind.ERROR, "ValueError bij zoeken/", "home/search/views.py:9 results")
    note(Kind.SLOW_REQUEST, "GET cijfers/", "antwoord 200", 4.2)
    write_noted()
    write_down(JOBS[1], timezone.now(), timedelta(0), "OSError, campagne.x regel 3")
    client.force_login(administrator)

    screen = client.get(ADDRESS).content.decode()

    assert "home/search/views.py:9 results" in screen
    assert OF_KIND[Kind.ERROR] in screen
    assert "4,2 s" in screen
    assert "OSError, campagne.x regel 3" in screen
    assert f'"url": "{ADDRESS}"' in screen.replace("&quot;", '"')


@pytest.mark.parametrize("editor", ["regional_editor", "editor_of_stein"])
def test_for_others_it_is_not_there(request, client, editor):
    client.force_login(request.getfixturevalue(editor))

    assert client.get(ADDRESS).status_code == 302
    assert ADDRESS not in client.get("/beheer/").content.decode()


@pytest.mark.parametrize(
    ("kind", "what", "words"),
    [
        (Kind.ERROR, "De database faalt, bezoekers krijgen …: OperationalError; … keer.", "df -h"),
        (Kind.ERROR, "django.db.utils.ProgrammingError bij quiz/", "manage.py upgrade"),
        (Kind.ERROR, "De klok hapert (InternalError, …) en gaat zo door.", "manage.py upgrade"),
        (Kind.ERROR, "smtplib.SMTPServerDisconnected", "EMAIL_HOST"),
        (Kind.SLOW_QUERY, "SELECT OSError", "Eén keer is geen zorg"),
    ],
)
def test_the_advice_fits_what_happened(kind, what, words):
    assert words in advice_for(kind, what)


def test_too_many_to_name_are_in_the_log():
    assert advice_for(Kind.ERROR, OTHER) == TOO_MANY
