"""A type shows its questions and outcomes at addresses of their own, and is not published half."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from campagne.report_guide.models import IncidentTypePage
from campagne.report_guide.quick_exit import NEUTRAL_SITE

pytestmark = pytest.mark.django_db
TWO_QUESTIONS = [
    {"roles": ["jongere"], "money": "ja", "comfort": "Je bent niet de enige."},
    {"roles": ["jongere"], "money": "nee"},
    {"roles": ["ouder"]},
]


def test_every_answer_has_an_address_and_says_what_was_answered(client, put_type):
    put_type("chantage", TWO_QUESTIONS, money_question="Is er betaald?")

    root, asked, end = (
        client.get(f"/melden/chantage/{way}").content.decode() for way in ("", "jongere/", "jongere/ja/")
    )

    assert "Wie bent u?" in root
    assert "Is er betaald?" in asked
    assert "Ik ben een jongere" in asked
    for told in ("Je bent niet de enige.", "Stop ermee.", "Bel rustig.", "Kan aangifte via internet?", "Uw verhaal"):
        assert told in end
    assert "Niet elke zaak wordt onderzocht." in end
    assert 'data-channel="politie"' in end


def test_every_screen_is_counted_by_a_number_of_its_own(client, put_type):
    page = put_type("chantage", TWO_QUESTIONS)

    for way, screen in page.screens().items():
        text = client.get(f"/melden/chantage/{way}").content.decode()
        assert f'data-page="{page.pk}" data-revision="0" data-step="{screen.number}"' in text
        assert page.url_of(screen.number) == f"/melden/chantage/{way}"


@pytest.mark.parametrize("way", ["buur/", "jongere/misschien/", "ouder/ja/", "ja/"])
def test_an_answer_that_nobody_can_give_is_not_found(client, put_type, way):
    put_type("chantage", TWO_QUESTIONS)

    assert client.get(f"/melden/chantage/{way}").status_code == 404


def test_the_store_knows_every_screen(put_type):
    assert put_type("chantage", TWO_QUESTIONS).get_cached_paths() == [
        "/",
        "/jongere/",
        "/jongere/ja/",
        "/jongere/nee/",
        "/ouder/",
    ]


def test_the_button_to_be_gone_stands_on_every_screen_of_a_type_for_victims(client, put_type):
    put_type("bedreigd", TWO_QUESTIONS, is_for_victims=True)
    put_type("gewoon", TWO_QUESTIONS)

    for way in ("", "jongere/", "jongere/ja/"):
        text = client.get(f"/melden/bedreigd/{way}").content.decode()
        assert f'href="{NEUTRAL_SITE}" rel="noreferrer nofollow"' in text
        assert "quick_exit.js" in text
        assert "quick_exit.js" not in client.get(f"/melden/gewoon/{way}").content.decode()


@pytest.mark.parametrize("lacking", [{"acts": []}, {"channels": []}, {"review_by": None}])
def test_what_lacks_something_is_published_by_no_door(put_type, lacking):
    page = put_type("half", [lacking], live=False)
    revision = page.save_revision()

    with pytest.raises(ValidationError, match="kan deze uitkomst niet online"):
        revision.publish()


def test_a_plan_to_publish_what_lacks_something_does_not_stop_the_clock(put_type, guide):
    page = put_type("half", [{"acts": []}], live=False)
    page.go_live_at = timezone.now()
    page.save_revision(approved_go_live_at=timezone.now())

    call_command("publish_scheduled")

    assert not IncidentTypePage.objects.get(pk=page.pk).live


def test_a_whole_one_is_published(put_type):
    page = put_type("heel", TWO_QUESTIONS, live=False)

    page.save_revision().publish()

    assert IncidentTypePage.objects.get(pk=page.pk).live


def test_every_screen_can_be_looked_at_before_it_is_published(put_type):
    page = put_type("chantage", TWO_QUESTIONS)

    assert page.preview_modes == [
        ("", "Vraag"),
        ("jongere/", "Vraag: jongere"),
        ("jongere/ja/", "Uitkomst: jongere, geld weg"),
        ("jongere/nee/", "Uitkomst: jongere, geen geld weg"),
        ("ouder/", "Uitkomst: ouder"),
    ]
    assert "Stop ermee." in page.make_preview_request(preview_mode="ouder/").render().content.decode()
    assert "Hier staat nog niets." in put_type("leeg", [], live=False).make_preview_request().render().content.decode()
