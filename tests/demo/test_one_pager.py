"""The sheets of the demo: every sentence keeps to its rung, and an alderman reads a sheet in two minutes."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import strip_tags

from campagne.content.models import ContentPage
from campagne.figures.verdicts import check_words
from campagne.measurement.models import DayPage
from campagne.measurement.monthly.letter import letter_for
from campagne.measurement.months import months_to_rebuild, rebuild_month
from campagne.measurement.onepager.sheet import Asked, Sheet, sheets_for
from campagne.measurement.onepager.whole_periods import choices
from doelgroepen.models import Theme
from tests.measurement.onepager.test_telling import own_words

NOT_READ = re.compile(r'<footer.*</footer>|<svg.*?</svg>|<span class="onepager__label">.*?</span>', re.DOTALL)
WORDS_IN_TWO_MINUTES = 400
"""At 200 words a minute, at which most people read easily."""


@pytest.fixture
def counted(demo):
    """A few months of visits to every page of the demo."""
    today = timezone.localdate()
    for page in ContentPage.objects.live():
        for days_ago in (0, 40, 75):
            counts = {"views": 60, "visits": 40, "reads": 30}
            day = today - timedelta(days=days_ago)
            DayPage.objects.create(day=day, page_id=page.pk, revision_id=1, step=0, **counts)
    for month in months_to_rebuild():
        rebuild_month(month)


def words_to_read(sheet: Sheet) -> list[str]:
    """What stands on paper above the small print, the labels of the drawing left out."""
    shown = render_to_string("measurement/onepager/sheet.html", {"sheet": sheet, "top": 1, "below": 2})
    return strip_tags(NOT_READ.sub("", shown)).split()


@pytest.mark.parametrize("username", ["bestuurder", "redacteur-stein"])
def test_every_sentence_keeps_to_its_rung_and_a_sheet_is_read_in_two_minutes(counted, username):
    user, today = get_user_model().objects.get(username=username), timezone.localdate()

    for choice in choices(today)[:4]:
        sheets = sheets_for(Asked(user, choice, None, today, today), Theme.objects.all())
        assert len(sheets) == 4
        for sheet in sheets:
            for told in sheet.told:
                check_words(own_words(told), rung=told.rung)
            assert len(words_to_read(sheet)) <= WORDS_IN_TWO_MINUTES


def test_the_mail_has_the_sentences_of_the_sheets(counted):
    user, today = get_user_model().objects.get(username="bestuurder"), timezone.localdate()
    sheets = sheets_for(Asked(user, choices(today)[1], None, today, today), Theme.objects.all())

    letter = letter_for(user, today)

    for sheet in sheets:
        for told in sheet.told:
            assert told.sentence in letter.text
