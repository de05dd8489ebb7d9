"""What stands in the mail: the sentences of the sheets, of what this reader may see, and how to stop it."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.monthly.letter import letter_for
from doelgroepen.models import Theme

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 5)


@pytest.fixture
def counted(reader, publish, beek, count):
    """Visits in February to a page of Beek."""
    parent = ArticleIndexPage.objects.get(municipality=beek)
    page = publish(parent, ArticlePage(title="Beekse", slug="beekse", summary="…", theme=Theme.objects.get()))
    count(page, date(2027, 2, 10), views=987_654, visits=987_654)


def test_text_and_html_say_the_same_and_lead_to_the_sheets_and_out(counted, reader):
    letter = letter_for(reader, TODAY)

    for told in (letter.text, letter.html):
        assert "In februari 2027 waren er 987.654 bezoeken" in told
        assert f"{settings.SITE_URL}{reverse('one_pager')}?periode=2027-02" in told
        assert f"{settings.SITE_URL}{reverse('monthly_mail')}" in told
        assert "Een bezoek is geen persoon." in told


def test_nothing_in_the_html_is_fetched(counted, reader):
    html = letter_for(reader, TODAY).html

    assert not re.findall(r"<(?:img|link|script|style|iframe)|\bsrc=|\bstyle=", html)


def test_programs_learn_that_no_person_wrote_it(reader):
    mail = letter_for(reader, TODAY).to("iemand@example.nl")

    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert reverse("monthly_mail") in mail.extra_headers["List-Unsubscribe"]
    assert [kind for _, kind in mail.alternatives] == ["text/html"]


def test_an_editor_of_stein_gets_nothing_of_beek(counted, editor_of_stein):
    letter = letter_for(editor_of_stein, TODAY)

    assert "987.654" not in letter.text + letter.html
