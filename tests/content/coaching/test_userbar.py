"""The signals come with the preview, and with nothing else: no public page and no other kind of page has them."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.admin.userbar import ContentCheckerItem

from campagne.content.coaching.userbar import MARKED, LanguageSignals, coach
from campagne.content.models import ArticlePage
from campagne.language.models import HardWord
from tests.content.coaching.test_report_views import HARD, article

pytestmark = pytest.mark.django_db


def items_for(page, rf, **more) -> list:
    request, items = rf.get("/"), [ContentCheckerItem()]
    for name, value in more.items():
        setattr(request, name, value)
    coach(request, items, page)
    return items


@pytest.mark.once
def test_every_rule_has_its_check_and_its_words(rf):
    (item,) = items_for(ArticlePage(), rf)

    names = {f"taal-{kind}" for kind in MARKED}
    assert names <= {check["id"] for check in item.axe_custom_checks}
    assert names <= {rule["id"] for rule in item.axe_custom_rules}
    assert names <= {*item.axe_run_only}
    assert names <= item.axe_messages.keys()
    assert not names & {*ContentCheckerItem.axe_run_only}


@pytest.mark.once
def test_signals_are_only_worked_out_for_a_preview_of_a_page(rf):
    assert [type(item) for item in items_for(ArticlePage(), rf, is_preview=True)][1:] == [LanguageSignals]
    assert len(items_for(ArticlePage(), rf)) == 1
    assert items_for(None, rf, is_preview=True)[0].axe_run_only == ContentCheckerItem.axe_run_only


def told_in(html: str) -> dict:
    return json.loads(re.search(r'<script id="language-signals" type="application/json">(.*?)</script>', html)[1])


def test_the_preview_tells_what_stands_in_the_form(client, editor_of_stein, stein):
    HardWord.objects.create(word="gelden", simpler="geld", municipality=stein)
    page = article(stein, "Geld", summary=f"{HARD} Gelden.")
    client.force_login(editor_of_stein)

    told = told_in(client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode())

    found = [(signal["kind"], signal["found"], signal["place"]) for signal in told["signals"]]
    assert ("woord", "onverwijld", "Samenvatting") in found
    assert ("woord", "Gelden", "Samenvatting") in found
    assert told["note"].endswith("Nog niet getest met de doelgroep.")
    assert told["marked"] == [kind.value for kind in MARKED]


def test_a_reader_gets_none_of_it(client, stein):
    page = article(stein, "Geld", summary=HARD)
    page.save_revision().publish()

    assert "language-signals" not in client.get(page.url).content.decode()
