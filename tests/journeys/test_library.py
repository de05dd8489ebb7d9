"""A library holds a lesson: planned, led, joined in six ways, typed in from paper, and reported; counted by hand."""

import json
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.arriving import arrive_by
from tests.journeys.room import RIGHT, Room, answer, code_on, come_in, look, opened, send
from tests.journeys.staff import log_in

MODULE = "Klik & Tik: veilig online"
COORDINATOR = "coordinator-bibliotheek"
# What each of them answers: R right, W wrong, ? "weet ik niet".
BEFORE = {"plain": "WWWWW", "reloads": "RWWR?", "first": "WWWWW", "card": "RRWWW"}
AFTER = {"plain": "RRRRR", "reloads": "RRWRR", "late": "RRRRR", "second": "WRRRR", "card": "RRRWW"}
SHEETS = {1: ("WWRWW", "RRRRW"), 2: ("?WRRR", "RRRRR"), 3: ("RRRRR", "RRRWR")}
HEADCOUNT = 10
# Nine answered something; six came to the vote: four on a tablet, two on paper.
PEOPLE = ("10 personen", "9 deelnemers", "6 van de 9", "3 van de 9", "Fraudehelpdesk: 6 van de 10")
# Of the six who answered both times (plain, reloads, card and three sheets): right before and after; then stayed right,
# unlearned, learned, stayed wrong; then who answered only before (first) or only after (late, second).
LEARNED = (
    (6, 3, 6, 3, 0, 3, 0, 1, 2),
    (6, 2, 6, 2, 0, 4, 0, 1, 2),
    (6, 3, 5, 3, 0, 2, 1, 1, 2),
    (6, 3, 4, 2, 1, 2, 1, 1, 2),
    (6, 2, 4, 2, 0, 2, 2, 1, 2),
)
PRACTICE = "De koper vraagt u eerst één cent te betalen"
# What is printed on a card, as a scanner reads it.
SEAT = """
import json
from campagne.guided.models import SeatCard
print(json.dumps(SeatCard.objects.order_by("-session_id", "number").values("digits", "key")[0]))
"""
VOTE = "Zou u dat melden?"
VOTED_ON_PAPER = (1, 2)
# On paper: the letter of what is right, and of what they chose instead.
LETTERS = ("bbcab", "aaaca")
VOTERS = ("plain", "reloads", "late", "second")
MOST_STEPS = 12


def test_a_library_holds_a_lesson_from_planning_to_the_printed_report(open_page, site):
    desk = opened(open_page, "/beheer/login/", width=1280)
    log_in(desk, site, COORDINATOR)
    secret = plan_with_cards(desk)
    card = json.loads(site.manage("shell", "-v0", "-c", SEAT))
    room = begin(open_page, secret)
    code = code_on(room.board)
    let_people_in(open_page, room, code, card["digits"])

    room.goes_on()
    room.goes_on()
    measure(room, BEFORE)
    hand_over(room)
    card_moves(open_page, room, card["key"])
    teach(room)
    room.tabs["late"] = opened(open_page)
    come_in(room.tabs["late"], code, sees=PRACTICE)
    practise(room)
    measure(room, AFTER)
    vote(room)
    close(room)
    type_in_the_sheets(room.presenter)

    report_is_right(room.presenter)
    nothing_is_left(room)
    assert all(tab.context.cookies() == [] for tab in (room.board, room.presenter, *room.tabs.values()))


def plan_with_cards(desk: Page) -> str:
    """Plan a lesson for today, with a presenter's card and seat cards; return the secret."""
    desk.goto("/beheer/begeleiden/plannen/")
    desk.get_by_label("Module").select_option(label=MODULE)
    desk.get_by_label("Locatie").select_option(label=option_with(desk, "Locatie", "Stein"))
    today = datetime.now(ZoneInfo("Europe/Amsterdam")) + timedelta(minutes=10)
    first = desk.get_by_role("group", name="Bijeenkomst 1")
    first.get_by_label("Dag").fill(today.strftime("%Y-%m-%d"))
    first.get_by_label("Tijd").fill(today.strftime("%H:%M"))
    arrive_by(desk.get_by_role("button", name="Zet de les klaar"))
    session = desk.url
    desk.get_by_label("Hoeveel kaarten in totaal?").fill("3")
    arrive_by(desk.get_by_role("button", name="Maak kaarten"))
    desk.goto(session)
    arrive_by(desk.get_by_role("button", name="Maak een begeleiderskaart"))
    return desk.locator(".planning__secret").inner_text()


def option_with(tab: Page, label: str, text: str) -> str:
    return tab.get_by_label(label).locator("option", has_text=text).first.inner_text()


def begin(open_page, secret: str) -> Room:
    """A volunteer without an account types the secret, presses Start, and opens the board."""
    presenter = opened(open_page, "/begeleiden/", width=1280)
    presenter.get_by_role("textbox").fill(secret)
    arrive_by(presenter.locator("main").get_by_role("button"))
    arrive_by(presenter.get_by_role("button", name="Start de les"))
    board = opened(open_page, presenter.get_by_role("link", name="Het bord").first.get_attribute("href"), width=1920)
    return Room(presenter, board, {})


def let_people_in(open_page, room: Room, code: str, digits: str) -> None:
    for name in ("plain", "reloads", "first", "card"):
        room.tabs[name] = opened(open_page, javascript=name != "plain")
        come_in(room.tabs[name], code, digits if name == "card" else "")
    expect(room.board.locator("h1")).to_have_text("Welkom")


def hand_over(room: Room) -> None:
    """Who was first on a tablet gives it to the next."""
    tab = room.tabs.pop("first")
    arrive_by(tab.get_by_role("link", name="Volgende deelnemer"))
    arrive_by(tab.get_by_role("button", name="Begin met de volgende"))
    expect(tab.locator("main")).not_to_contain_text("Volgende begint")
    room.tabs["second"] = tab


def card_moves(open_page, room: Room, key: str) -> None:
    """The seat card is scanned on another tablet; the one before says so."""
    before = room.tabs["card"]
    room.tabs["card"] = tab = opened(open_page, f"/meedoen/kaart/{key}/")
    arrive_by(tab.get_by_role("button", name="Ja, ga hier verder"))
    look(tab, "Klaar, wis alles")
    before.reload()
    expect(before.locator("main")).to_contain_text("ander apparaat")


def teach(room: Room) -> None:
    """Step by step through the lesson, until the question to practise."""
    for _ in range(MOST_STEPS):
        title = room.presenter.locator(".leading__title").inner_text()
        if PRACTICE in title:
            return
        look(room.tabs["card"], title)
        room.goes_on()
    raise AssertionError("the lesson never came to its question")


def practise(room: Room) -> None:
    """Everybody answers the question to practise; five of them are enough for bars on the board."""
    for tab in room.tabs.values():
        look(tab, PRACTICE)
        send(tab, "Weet ik niet")
    expect(room.board.locator(".board__done")).to_contain_text("5 van de 5")
    room.goes_on("Sluit de vraag")
    room.goes_on("Laat de uitleg zien")
    expect(room.board.locator("main table")).to_contain_text("5")
    look(room.tabs["reloads"], "Goed dat u het zegt")
    room.goes_on()


def measure(room: Room, given: dict[str, str]) -> None:
    for number in range(len(RIGHT)):
        for name, answers in given.items():
            answer(room.tabs[name], number, answers[number])
        room.tabs["reloads"].reload()
        expect(room.board.locator("main")).not_to_contain_text("goed")
        room.goes_on()


def vote(room: Room) -> None:
    """Talk, and then vote: all but one, who is finished."""
    while VOTE not in room.presenter.locator(".leading__title").inner_text():
        room.goes_on()
    for name in VOTERS:
        look(room.tabs[name], VOTE)
        send(room.tabs[name], "Weet ik niet")
        expect(room.tabs[name].locator("main")).to_contain_text("bewaard")


def close(room: Room) -> None:
    """To the end; count who is in the room, and close for good."""
    while room.presenter.locator("#doe-stop").count() == 0:
        room.goes_on(room.presenter.locator("form.leading__acts button").first.inner_text())
    presenter = room.presenter
    presenter.get_by_label(re.compile("Bezoekers|Bijeenkomst")).first.fill(str(HEADCOUNT))
    presenter.get_by_label("Fraudehelpdesk").fill("6")
    arrive_by(presenter.get_by_role("button", name="Bewaar de aantallen"))
    arrive_by(presenter.get_by_role("link", name="De les afsluiten").last)
    arrive_by(presenter.get_by_role("button", name="Ja, sluit de les af"))


def type_in_the_sheets(presenter: Page) -> None:
    """Three sheets, letter by letter with the keyboard; only two of them voted."""
    arrive_by(presenter.get_by_role("link", name="Papier: printen en overtypen"))
    arrive_by(presenter.get_by_role("link", name="Bladen invoeren"))
    for sheet, (before, after) in SHEETS.items():
        presenter.locator(f"[name='{sheet}.2']").focus()
        presenter.keyboard.type(letters_of(before))
        presenter.keyboard.press("Tab")
        presenter.keyboard.type(letters_of(after) + ("a" if sheet in VOTED_ON_PAPER else ""))
    arrive_by(presenter.get_by_role("button", name="Sla op", exact=True))
    expect(presenter.locator("#opgeslagen")).to_contain_text("3 bladen met 32 antwoorden")


def letters_of(marks: str) -> str:
    return "".join({"R": right, "W": wrong, "?": "?"}[mark] for mark, right, wrong in zip(marks, *LETTERS, strict=True))


def report_is_right(presenter: Page) -> None:
    """Every figure, counted by hand from what each of them answered, on screen and on the sheet to print."""
    arrive_by(presenter.get_by_role("link", name="papier").first)
    arrive_by(presenter.get_by_role("link", name="Terug naar de les"))
    arrive_by(presenter.get_by_role("link", name="Het verslag", exact=True))
    people, learned = presenter.locator("table.report__table").all()
    told = [row.inner_text() for row in people.locator("tbody tr").all()]

    assert [figure for figure in PEOPLE if not any(figure in row for row in told)] == []
    assert [row.locator("td").all_inner_texts() for row in learned.locator("tbody tr").all()] == [
        [str(count) for count in counts] for counts in LEARNED
    ]
    assert "Eén groep: dit zegt niets over anderen." in presenter.locator("main").inner_text()
    printed = presenter.request.get(presenter.get_by_role("link", name="PDF").get_attribute("href"))
    assert printed.body().startswith(b"%PDF")


def nothing_is_left(room: Room) -> None:
    """Whoever is ready leaves an empty tablet, where going back shows nothing of the lesson."""
    for name in ("plain", "reloads"):
        tab = room.tabs[name]
        tab.reload()
        arrive_by(tab.get_by_role("button", name="Klaar, wis alles"))
        expect(tab.locator("h1")).to_have_text("Alles is gewist")
        tab.go_back()
        expect(tab.locator("main")).not_to_contain_text(MODULE)
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
