"""A communication officer of a municipality: makes a campaign and a quiz, looks as a reader does, sees it counted."""

import re
from itertools import count

import pytest
from playwright.sync_api import FrameLocator, Page, Request, Route, expect

from tests.arriving import arrive_by, arriving, wait_until
from tests.journeys.staff import type_day

PHONE = 390
WIDEST_PHONE = 400
# Asked anew each time: Wagtail puts another frame in its place when the text changed.
PREVIEW = "document.querySelector('#w-preview-iframe')"
OTHER_MUNICIPALITY = """
from campagne.content.models import CampaignPage
print(CampaignPage.objects.get(slug="beek-weet-wat-te-doen").pk)
"""
numbers = count(1)


@pytest.fixture
def title() -> str:
    """A title that no campaign has yet."""
    return f"Stein let op elkaar {next(numbers)}"


def test_a_campaign_is_made_previewed_on_a_phone_published_and_read(desk, open_page, title):
    complaints = complaints_of(desk)
    begin_campaign(desk, title)
    choose(desk, "thema", "Cybercrime")
    desk.get_by_role("checkbox", name="Ouders in Stein").check()
    refer_to_module(desk, "Klik & Tik: veilig online")
    choose(desk, "quiz", "De bank belt. Wat doet u?")

    preview = look_at_preview(desk)
    assert_reads_well(preview, title)
    assert preview.locator("script[src*=tracker]").count() == 0
    wait_until(desk, f"{PREVIEW}?.contentWindow?.innerWidth <= {WIDEST_PHONE}")
    assert complaints == []

    reader = open_page(publish(desk), width=PHONE)
    assert_reads_well(reader, title)
    assert reader.locator("script[src*=tracker]").count() == 1
    assert reader.get_by_text("Mensen in Stein bellen elkaar bij twijfel.").is_visible()


def test_publishing_waits_for_the_draft_that_is_being_saved(desk, title):
    saved = []

    def hold_back(route: Route) -> None:
        """Let the draft reach the site, and its answer not yet the browser."""
        if saves_draft(route.request) and not saved:
            saved.append((route, route.fetch()))
        else:
            route.continue_()

    desk.route("**/beheer/pages/add/**", hold_back)
    begin_campaign(desk, title)
    desk.get_by_role("textbox", name="Doel").press_sequentially(" Ook laat op de avond, en juist dan.", delay=100)
    while not saved:
        desk.wait_for_timeout(50)
    publish_now(desk)
    [(route, answer)] = saved
    route.fulfill(response=answer)

    expect(desk.locator(".messages")).to_contain_text(f"Pagina '{title}'")
    assert address_of_live(desk).startswith("/gemeenten/stein/campagnes/")


def test_the_first_visit_shows_in_the_figures_of_the_page(site, desk, open_page, title):
    begin_campaign(desk, title)
    address = publish(desk)
    visit(open_page, address)
    site.manage("count_inbox", "--now")

    arrive_by(desk.get_by_role("link", name="Wijzig", exact=True))
    desk.get_by_role("button", name="Acties").first.click()
    arrive_by(desk.get_by_role("link", name="Cijfers").last)

    assert re.search(r"/beheer/cijfers/\?pagina=\d+$", desk.url)
    assert f"pagina: {title}" in desk.locator(".figures__period").inner_text()
    reach = desk.get_by_role("region", name="Bereiken we ze?")
    reach.get_by_text("De cijfers als tabel").click()
    expect(reach.get_by_role("row").filter(has_text="1 weergave")).to_be_visible()


def test_a_wrong_period_is_said_and_nothing_is_lost(desk, title):
    begin_campaign(desk, title)
    type_day(desk.get_by_role("textbox", name="Begint op"), "2026-12-10")
    type_day(desk.get_by_role("textbox", name="Eindigt op"), "2026-12-01")
    arrive_by_publishing(desk)

    expect(desk.get_by_text("De einddatum ligt voor de begindatum. Kies een latere dag.")).to_be_visible()
    expect(desk.get_by_role("textbox", name="Titel*", exact=True)).to_have_value(title)
    expect(desk.get_by_role("textbox", name="Doel")).to_have_value("Mensen in Stein bellen elkaar bij twijfel.")

    type_day(desk.get_by_role("textbox", name="Eindigt op"), "2026-12-24")
    assert publish(desk).startswith("/gemeenten/stein/campagnes/")


def test_a_campaign_of_beek_stays_closed(site, desk):
    theirs = site.manage("shell", "--no-imports", "-c", OTHER_MUNICIPALITY).split()[-1]

    desk.goto(f"/beheer/pages/{theirs}/edit/")

    assert desk.url.endswith("/beheer/")
    assert "geen toegang" in desk.get_by_role("alert").or_(desk.locator(".messages")).first.inner_text()
    assert desk.locator("[name=title]").count() == 0


def test_a_question_becomes_a_quiz_that_readers_can_begin(desk, title):
    question = f"Wie belt er zo laat nog aan? {title}"
    write_question(desk, question, right="Ik houd de deur dicht.", wrong="Ik doe meteen open.")
    make_quiz(desk, f"Nog zo laat, {title}", question)

    begin_campaign(desk, title)
    choose(desk, "quiz", f"Nog zo laat, {title}", search="zo laat")

    preview = look_at_preview(desk)
    expect(preview.get_by_text("1 vraag.")).to_be_visible()
    expect(preview.get_by_role("button", name="Start de quiz")).to_be_visible()


def complaints_of(tab: Page) -> list[str]:
    """What the browser says is wrong with the page, the policy or its accessibility, from now on."""
    said: list[str] = []

    def hear(message) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            said.append(message.text)

    tab.on("console", hear)
    return said


def saves_draft(request: Request) -> bool:
    """Wagtail saves what is being written by itself, and asks for JSON."""
    return request.method == "POST" and request.headers.get("accept") == "application/json"


def begin_campaign(desk: Page, title: str) -> None:
    """Go to the municipality's own pages, begin a campaign there, and fill in what every campaign needs."""
    desk.goto("/beheer/pages/")
    arrive_by(desk.get_by_role("link", name="onderliggende pagina's van 'Campagnes'"))
    arrive_by(desk.get_by_role("link", name="Voeg onderliggende pagina toe"))
    desk.get_by_role("textbox", name="Titel*", exact=True).fill(title)
    desk.get_by_role("textbox", name="Samenvatting").fill("Twijfelt u aan een telefoontje? Bel eerst een buur.")
    desk.get_by_role("textbox", name="Doel").fill("Mensen in Stein bellen elkaar bij twijfel.")


def choose(desk: Page, what: str, name: str, *, search: str = "") -> None:
    desk.get_by_role("button", name=f"Kies {what}").click()
    if search:
        desk.get_by_role("dialog").get_by_role("textbox").fill(search)
    desk.get_by_role("dialog").get_by_role("link", name=name).click()
    expect(desk.get_by_role("dialog")).to_have_count(0)


def refer_to_module(desk: Page, name: str) -> None:
    desk.get_by_role("button", name="Voeg Module toe").click()
    desk.get_by_role("button", name="Kies een pagina").click()
    desk.get_by_role("dialog").get_by_role("link", name=name).click()
    expect(desk.get_by_role("dialog")).to_have_count(0)


def look_at_preview(desk: Page) -> FrameLocator:
    desk.get_by_role("button", name="Toon/verberg voorvertoning").click()
    desk.get_by_role("radio", name="Voorvertoning op mobiel formaat").check(force=True)
    preview = desk.frame_locator("#w-preview-iframe")
    expect(preview.locator("h1")).to_be_visible()
    wait_until(desk, f"{PREVIEW}?.contentDocument?.readyState === 'complete'")
    return preview


def assert_reads_well(reader: Page | FrameLocator, title: str) -> None:
    """The page says what it is called, about what and for whom it is, and leads to the lesson and the quiz."""
    expect(reader.locator("h1")).to_have_text(title)
    expect(reader.locator("main").get_by_role("link", name="Cybercrime")).to_be_visible()
    expect(reader.get_by_text("Ik ben ouder in Stein").first).to_be_visible()
    expect(reader.locator("main").get_by_role("link", name="Klik & Tik: veilig online")).to_be_visible()
    expect(reader.get_by_role("button", name="Start de quiz")).to_be_visible()


def publish_now(desk: Page) -> None:
    desk.get_by_role("button", name="Meer acties").click()
    desk.get_by_role("button", name="Publiceren").click()


def arrive_by_publishing(desk: Page) -> None:
    with arriving(desk):
        publish_now(desk)


def publish(desk: Page) -> str:
    """Publish, and give the address that readers find it at."""
    arrive_by_publishing(desk)
    return address_of_live(desk)


def address_of_live(desk: Page) -> str:
    return desk.locator(".messages").get_by_role("link", name="Bekijk live").get_attribute("href")


def visit(open_page, address: str) -> None:
    """Look at the page as somebody new, until it has told that it was seen."""
    tab = open_page("/-/live")
    with tab.expect_request(lambda request: request.url.endswith("/m") and '"view"' in (request.post_data or "")):
        tab.goto(address)
    tab.wait_for_load_state("networkidle")


def write_question(desk: Page, stem: str, *, right: str, wrong: str) -> None:
    desk.goto("/beheer/snippets/quiz/question/add/")
    desk.get_by_role("textbox", name="Vraag*", exact=True).fill(stem)
    answers = desk.locator("[data-contentpath=options]")
    texts = answers.get_by_role("textbox", name="Antwoord*", exact=True)
    for number, text in enumerate((right, wrong), 1):
        answers.get_by_role("button", name="Blok invoegen").last.click()
        desk.get_by_role("option", name="Antwoord", exact=True).click()
        expect(texts).to_have_count(number)
        texts.last.fill(text)
    answers.get_by_role("checkbox", name="Dit is goed").first.check()
    arrive_by_publishing(desk)
    assert desk.url.endswith("/beheer/snippets/quiz/question/")


def make_quiz(desk: Page, title: str, question: str) -> None:
    desk.goto("/beheer/snippets/quiz/quiz/add/")
    desk.get_by_role("textbox", name="Titel").fill(title)
    desk.get_by_role("textbox", name="Adres").fill("nog-zo-laat")
    desk.get_by_role("button", name="Voeg Onderdeel toe").click()
    choose(desk, "vraag", question, search="zo laat")
    desk.get_by_role("checkbox", name="Alarmnummer 112").check()
    arrive_by(desk.get_by_role("button", name="Opslaan"))
    assert desk.url.endswith("/beheer/snippets/quiz/quiz/")
