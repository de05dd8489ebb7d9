"""The report guide of the demo: every path is walked, and each ends near, in an act and a place to report."""

import re
from html import unescape

from campagne.content.models import ContentPage
from campagne.report_guide.models import IncidentTypePage, ReportGuidePage
from campagne.report_guide.paths import MOST_TAPS
from tests.demo.test_texts import NUMBER, UNCONFIRMED, words_of

CHOICE = re.compile(r'class="card__link" href="([^"]+)"')
CALL = re.compile(r'data-channel="[\w-]+"|class="contact__name"')
TOPICS = {f"P{number}" for number in range(1, 28)}


def walk(client, address: str, taps: int = 0):
    """Every screen that taps lead to from here, as (address, taps, html)."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    text = answer.content.decode()
    yield address, taps, text
    main = text[text.index("<main") : text.index("</main>")]
    for onward in dict.fromkeys(CHOICE.findall(main)):
        yield from walk(client, onward, taps + 1)


def test_every_path_ends_within_three_taps_in_an_act_and_a_place_to_report(demo, client):
    found = list(walk(client, "/melden/"))
    ends = {address: text for address, _, text in found if 'class="card__link"' not in text}

    assert max(taps for _, taps, _ in found) <= MOST_TAPS
    for address, text in ends.items():
        assert 'class="acts__text"' in text, address
        assert CALL.search(text[text.index("Hier melden") :]), address
    known = {
        f"{page.url}{path}"
        for page in IncidentTypePage.objects.live()
        for path, screen in page.screens().items()
        if screen.outcome is not None
    }
    assert ends.keys() == known
    assert len(ends) == sum(len(page.outcomes) for page in IncidentTypePage.objects.live())


def test_the_first_screen_and_every_other_one_stays_readable(demo, client):
    guide = ReportGuidePage.objects.get()

    for path in guide.get_cached_paths():
        text = client.get(f"/melden{path}").content.decode()
        assert 2 <= len(CHOICE.findall(text)) <= 12, path


def test_every_topic_of_the_fact_bank_has_a_type_with_its_article(demo, client, catalogue):
    assert {kind.topic for kind in catalogue.guide.types} == TOPICS

    for page in IncidentTypePage.objects.live():
        assert page.reasons_to_wait() == []
        assert page.article.live
        outcome = next(screen for screen in page.screens().values() if screen.outcome is not None)
        text = client.get(f"{page.url}{outcome.path}").content.decode()
        assert f'href="{page.article.url}"' in text
        assert page.article.title in unescape(text)
    assert ContentPage.objects.filter(slug="chantage", incidenttypepage__is_for_victims=True).exists()


def test_nothing_unconfirmed_and_no_number_of_its_own_stands_in_a_type(catalogue):
    for kind in catalogue.guide.types:
        words = words_of(kind)
        assert not NUMBER.search(words), kind.slug
        assert [fact for fact, pattern in UNCONFIRMED.items() if re.search(pattern, words)] == [], kind.slug


def test_where_it_is_a_crime_it_is_told_that_not_every_case_is_investigated(catalogue):
    for kind in catalogue.guide.types:
        for outcome in kind.outcomes:
            if (outcome.complaint or kind.complaint) != "none" and kind.topic != "P9":
                told = outcome.afterwards or kind.afterwards
                assert re.search(r"[Nn]iet elke zaak wordt onderzocht|hoort niet altijd", told), kind.slug


def test_what_is_said_must_be_looked_at_again_but_not_yet(demo):
    for page in IncidentTypePage.objects.live():
        assert page.reviewed_on
        assert all(block.value["review_by"] > page.reviewed_on for block in page.outcomes)


def test_loading_again_puts_nothing_twice(demo, load_demo):
    assert "onderwerpen van de meldwijzer … stonden er al" in load_demo()
