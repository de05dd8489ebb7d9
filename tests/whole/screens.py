"""Every kind of screen that a visitor can meet, and how to get there."""

import json
from collections.abc import Callable

from playwright.sync_api import Page

from tests.arriving import arrive_by
from tests.running_site import RunningSite
from tests.whole import groups

FIND_ADDRESSES = """
import json
from wagtail.models import get_page_models
print(json.dumps({
    model.__name__: page.url
    for model in get_page_models()
    if (page := model.objects.live().exact_type(model).order_by("path").filter(depth__gt=1).last()) is not None
}))
"""
QUIZ = "/quiz/waar-meld-ik-dit/"
LISTENING = "/quiz/veilig-met-pas-en-telefoon/"
MEASURING = "/quiz/wat-weet-u-van-oplichting/"
INSTRUCTION = "/instructies/melding-en-aangifte/"
PAGE_TYPES = (
    "HomePage",
    "AccessibilityPage",
    "ArticleIndexPage",
    "ArticlePage",
    "CampaignIndexPage",
    "CampaignPage",
    "IncidentTypePage",
    "InstructionIndexPage",
    "InstructionPage",
    "ModuleIndexPage",
    "ModulePage",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "QuizIndexPage",
    "QuizPage",
    "ReportChannelsPage",
    "ReportGuidePage",
    "TargetGroupIndexPage",
    "TargetGroupPage",
    "ThemeIndexPage",
    "ThemePage",
)
FIXED = {
    "search": "/zoeken/",
    "search results": "/zoeken/?q=bank",
    "search without result": "/zoeken/?q=zzzzqq",
    "public figures": "/cijfers/",
    "what we measure": "/wat-we-meten/",
    "privacy": "/privacy/",
    "activities": "/activiteiten/",
    "activity": "/activiteiten/klik-tik-samen-veilig-online/",
    "kept on this device": "/bewaren/",
    "offline": "/offline/",
    "not found": "/bestaat-niet/",
    "guide category": "/melden/soort/bedrijf/",
    "guide for victims": "/melden/chantage/jongere/",
    "guide outcome": "/melden/chantage/jongere/nee/",
    "action plan": "/actieplan/",
    "action plan for a role": "/actieplan/winkel/",
    "easy text": "/instructies/bankhelpdeskfraude/makkelijk/",
    "module step": "/modules/klik-en-tik-veilig-online/stap/1/",
    "last module step": "/modules/chemelot-wat-doe-je/stap/6/",
    "module on one page": "/modules/reboot/alles/",
    "page on paper": f"{INSTRUCTION}print/",
    "help card": f"{INSTRUCTION}kaart/",
    "quiz sheet": f"{QUIZ}print/",
}


def addresses_of(site: RunningSite) -> dict[str, str]:
    """An address for every page type that has a live page, and the fixed ones."""
    told = site.manage("shell", "--no-imports", "-c", FIND_ADDRESSES + groups.START)
    pages, screens = map(json.loads, told.splitlines()[-2:])
    return {**pages, **FIXED, **screens, **groups.FIXED}


def start_quiz(tab: Page) -> None:
    tab.goto(QUIZ)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))


def leave_open(tab: Page) -> None:
    start_quiz(tab)
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))


def answer(tab: Page) -> None:
    """Choose the first option and send it in."""
    tab.locator("main input:is([type=radio], [type=checkbox])").first.check()
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))


def read_explanation(tab: Page) -> None:
    start_quiz(tab)
    answer(tab)


def look_back(tab: Page) -> None:
    read_explanation(tab)
    tab.goto(tab.url.split("/1/")[0] + "/overzicht/")


def finish_quiz(tab: Page) -> None:
    look_back(tab)
    arrive_by(tab.get_by_role("button", name="Klaar"))


def ask_the_way_out(tab: Page) -> None:
    read_explanation(tab)
    arrive_by(tab.get_by_role("link", name="Stoppen"))


def read_lesson(tab: Page) -> None:
    """Begin a quiz that measures, which begins with something to read."""
    tab.goto(MEASURING)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))


def compare(tab: Page) -> None:
    """Skip every question of a quiz that measures, until it tells what is right."""
    read_lesson(tab)
    while not tab.get_by_role("heading", name="Dit is goed").count():
        onward = tab.locator("main").get_by_role("link", name="Ga verder")
        close = tab.get_by_role("button", name="Bekijk wat goed is")
        way = onward if onward.count() else close if close.count() else tab.get_by_role("button", name="Sla over")
        arrive_by(way)


def listen(tab: Page) -> None:
    """A question in easy words with everything that can be heard."""
    tab.goto(LISTENING)
    arrive_by(tab.get_by_role("button", name="Makkelijk lezen en luisteren"))
    tab.locator(".listen").wait_for()


def begin_plan(tab: Page) -> None:
    tab.goto("/actieplan/winkel/")
    arrive_by(tab.get_by_role("link", name="Begin"))


def leave_plan_open(tab: Page) -> None:
    begin_plan(tab)
    arrive_by(tab.get_by_role("button", name="Verder"))


def answer_plan(tab: Page) -> None:
    """Not know anything, up to the overview."""
    begin_plan(tab)
    while "/vraag/" in tab.url:
        tab.get_by_label("Weet ik niet").check()
        arrive_by(tab.get_by_role("button", name="Verder"))


def make_plan(tab: Page) -> None:
    answer_plan(tab)
    arrive_by(tab.get_by_role("link", name="Maak mijn plan"))


def choose_to_keep(tab: Page) -> None:
    """Open the screen that says how large a lesson is, before anything is kept."""
    tab.goto("/modules/reboot/")
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))


def say_useful(tab: Page) -> None:
    tab.goto(INSTRUCTION)
    arrive_by(tab.get_by_role("button", name="Nee", exact=True))


WALKS: dict[str, Callable[[Page], None]] = {
    "quiz question": start_quiz,
    "quiz without an answer": leave_open,
    "quiz explanation": read_explanation,
    "quiz overview": look_back,
    "quiz result": finish_quiz,
    "quiz way out": ask_the_way_out,
    "quiz lesson": read_lesson,
    "quiz comparison": compare,
    "quiz to listen to": listen,
    "useful": say_useful,
    "keep": choose_to_keep,
    "plan question": begin_plan,
    "plan question without an answer": leave_plan_open,
    "plan overview": answer_plan,
    "plan": make_plan,
}
SCREENS = (*PAGE_TYPES, *FIXED, *WALKS, *groups.SCREENS)


def show(tab: Page, screen: str, addresses: dict[str, str]) -> None:
    """Bring the tab to a screen."""
    if screen in WALKS:
        WALKS[screen](tab)
    else:
        tab.goto(addresses[screen])
