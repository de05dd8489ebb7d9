"""What must be looked at again stands on the first screen of who works for the region; nothing half slips through."""

from datetime import date

import pytest

from campagne.report_guide.models import IncidentTypePage

pytestmark = pytest.mark.django_db
PANEL = "Meldwijzer: nog eens nakijken"


def test_an_outcome_whose_date_has_passed_is_flagged_to_who_works_for_the_region(
    client, put_type, regional_editor, editor_of_stein
):
    put_type("te-laat", [{"money": "ja", "review_by": "2020-03-01"}, {"money": "nee", "review_by": "2020-02-01"}])
    put_type("op-tijd", [{"review_by": "2999-01-01"}])

    client.force_login(regional_editor)
    told = client.get("/beheer/").content.decode()
    client.force_login(editor_of_stein)

    assert "Te-laat</a>: dat moest vóór 1 februari 2020." in told
    assert "Op-tijd</a>" not in told
    assert PANEL not in client.get("/beheer/").content.decode()


@pytest.mark.parametrize(
    ("review_by", "since"),
    [
        pytest.param("2026-05-02", None, id="tomorrow"),
        pytest.param("2026-05-01", None, id="today"),
        pytest.param("2026-04-30", date(2026, 4, 30), id="yesterday"),
        pytest.param(None, date(2026, 5, 1), id="never said"),
    ],
)
def test_an_outcome_is_late_the_day_after_its_date(put_type, review_by, since):
    assert put_type("iets", [{"review_by": review_by}], live=False).overdue_since(date(2026, 5, 1)) == since


def test_publishing_from_the_list_of_pages_says_what_lacks(client, put_type, regional_editor):
    half, whole = put_type("half", [{"acts": []}], live=False), put_type("heel", live=False)
    for page in (half, whole):
        page.save_revision()
    client.force_login(regional_editor)

    answers = [
        client.post(f"/beheer/bulk/wagtailcore/page/publish/?id={page.pk}", follow=True).content.decode()
        for page in (half, whole)
    ]

    assert "‘Half’ kan nog niet online. Schrijf wat iemand als eerste doet." in answers[0]
    assert list(IncidentTypePage.objects.live()) == [whole]


def test_publishing_through_the_api_of_the_admin_says_what_lacks(client, put_type, regional_editor):
    half = put_type("half", [{"review_by": None}], live=False)
    half.save_revision()
    client.force_login(regional_editor)

    answer = client.post(f"/beheer/api/main/pages/{half.pk}/action/publish/")

    assert answer.status_code == 400
    assert "Zonder datum kan deze uitkomst niet online." in answer.content.decode()
