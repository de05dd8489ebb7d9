"""The people in a room where a lesson is held, and what each does on a screen."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.arriving import arrive_by

# What is right and wrong for the five questions that the demo's "Klik & Tik: veilig online" measures.
RIGHT = (
    "Nee, dat klopt niet.",
    "Dat weet ik niet zeker.",
    "Ik geef niets mee en bel 112.",
    "Ik bel haar op haar oude nummer.",
    "Uw eigen bank",
)
WRONG = (
    "Ja, dat klopt.",
    "Zeker mijn bank.",
    "Ik knip de pas door en geef hem mee.",
    "Ik maak alvast een klein bedrag over.",
    "Fraudehelpdesk",
)


@dataclass
class Room:
    """The people in the room, by what they do, and the presenter with the board."""

    presenter: Page
    board: Page
    tabs: dict[str, Page]

    def goes_on(self, button: str = "Volgende") -> None:
        """The presenter presses the large button."""
        arrive_by(self.presenter.locator("form.leading__acts").get_by_role("button", name=button, exact=True))


def answer(tab: Page, number: int, mark: str) -> None:
    """Answer the measured question with this number (from 0), once it is on the screen."""
    look(tab, RIGHT[number])
    if mark != "?":
        tab.get_by_label((RIGHT if mark == "R" else WRONG)[number], exact=True).check()
    send(tab, "Weet ik niet" if mark == "?" else "Geef antwoord")
    expect(tab.locator("main")).to_contain_text("Uw antwoord is bewaard")


def send(tab: Page, button: str) -> None:
    """Press a button of the question: a script sends the answer from this page, without one another page comes."""
    way = tab.get_by_role("button", name=button)
    if tab.has_no_script:
        arrive_by(way)
    else:
        way.click()


def look(tab: Page, text: str) -> None:
    """Wait until the group's step is on this screen: by itself, or with the button Verder where there is no script."""
    if tab.has_no_script and text not in tab.locator("main").inner_text():
        arrive_by(tab.get_by_role("link", name="Verder"))
    expect(tab.locator("main")).to_contain_text(text)


def come_in(tab: Page, code: str, card: str = "", *, sees: str = "U doet mee") -> None:
    tab.get_by_label("Typ de code").fill(f"{code[:2]} {code[2:4]} {code[4:]}")
    if card:
        tab.get_by_label("Nummer op uw kaart").fill(card)
    arrive_by(tab.get_by_role("button", name="Doe mee"))
    expect(tab.locator("h1")).to_contain_text(sees)


def opened(open_page, path: str = "/meedoen/", *, javascript: bool = True, width: int = 800) -> Page:
    tab = open_page(path, javascript=javascript, width=width)
    tab.has_no_script = not javascript
    return tab


def code_on(board: Page) -> str:
    return re.sub(r"\D", "", board.locator(".board__way-in .board__code").inner_text())
