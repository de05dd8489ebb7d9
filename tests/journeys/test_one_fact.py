"""One fact all the way: an editor publishes, a visitor reads, answers and taps, the dashboard shows exactly that."""

import re

import pytest

from tests.arriving import arrive_by
from tests.journeys.staff import log_in

PUBLISH = """
from wagtail.models import Page
from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.contacts.models import ReportChannel
from campagne.quiz.models import Quiz
channel = ReportChannel.objects.exclude(phone="").get(slug="{channel}")
page = ArticlePage(title="Eén feit {number}", slug="een-feit-{number}", summary="Kort en goed.", body=[
    ("text", "<p>Leg de telefoon neer en bel zelf terug.</p>"),
    ("quiz", {{"quiz": Quiz.objects.get(slug="aan-de-deur")}}),
], next_step=[("call_now", {{"channel": channel, "urgency": "now"}})])
ArticleIndexPage.objects.get(municipality=None).add_child(instance=page)
page.save_revision().publish()
print(page.pk)
"""
CHANNEL = "politie"


@pytest.fixture
def new_article(site):
    """Publish an article with a quiz and a contact; give its address and id."""
    numbers = iter(range(1, 9))

    def publish() -> tuple[str, str]:
        number = next(numbers)
        printed = site.manage("shell", "--no-imports", "-c", PUBLISH.format(number=number, channel=CHANNEL))
        return f"/artikelen/een-feit-{number}/", printed.split()[-1]

    return publish


def test_a_view_a_visit_a_read_a_click_and_five_answers(site, open_page, new_article):
    address, page_id = new_article()
    read_and_tap(open_page, address)
    right = sum(answer_first_question(open_page, address) for _ in range(4))

    four = figures(site, open_page, page_id)
    right += answer_first_question(open_page, address)
    five = figures(site, open_page, page_id)

    assert "1 bezoek." in four["Bereiken we ze?"]
    assert re.search(r"\b1 weergave\b", four["Bereiken we ze?"])
    assert "1 van de 1 weergaven" in four["Lezen ze het?"]
    assert "te weinig antwoorden" in four["Weten ze wat te doen?"]
    assert "Op een meldpunt: 1 klik, bij 1 gelezen weergaven." in five["Zetten ze een stap?"]
    assert f"{right} van de 5 antwoorden" in five["Weten ze wat te doen?"]
    assert "te weinig antwoorden" not in five["Weten ze wat te doen?"]


def read_and_tap(open_page, address: str) -> None:
    """Look at the page as long as reading takes, and tap the contact at its end."""
    tab = open_page(address)
    tab.locator("footer").scroll_into_view_if_needed()
    with tab.expect_request(lambda request: request.url.endswith("/m") and '"read"' in (request.post_data or "")):
        tab.wait_for_timeout(1000)
        tab.mouse.wheel(0, 4000)
    tab.evaluate("document.addEventListener('click', event => event.preventDefault())")
    with tab.expect_request(lambda request: request.url.endswith("/m") and '"report"' in (request.post_data or "")):
        tab.locator(f"main a[data-channel='{CHANNEL}'][href^='tel:']").first.click()


def answer_first_question(open_page, address: str) -> bool:
    """Answer as somebody whose browser runs no script, so that only answers are added; tell whether it was right."""
    tab = open_page(address, javascript=False)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    tab.locator("main input:is([type=radio], [type=checkbox])").first.check()
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))
    assert tab.url.endswith("/uitleg/")
    is_right = tab.locator(".feedback[data-verdict='right']").count() == 1
    tab.context.close()
    return is_right


def figures(site, open_page, page_id: str) -> dict[str, str]:
    """Count what came in, and read the dashboard of one page: the text under each question."""
    site.manage("count_inbox", "--now")
    tab = open_page("/-/live")
    log_in(tab, site, "bestuurder")
    tab.goto(f"/beheer/cijfers/?pagina={page_id}")
    tab.locator("details").evaluate_all("found => found.forEach(each => { each.open = true })")
    sections = tab.locator(".figures__rung")
    return {section.locator("h2").inner_text(): section.inner_text() for section in sections.all()}
