"""Somebody keeps a lesson at the library, reads it at home without internet, and wipes it; nothing was there before."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.arriving import arrive_by, wait_until

LESSON = "Klik & Tik: veilig online"
ADDRESS = "/modules/klik-en-tik-veilig-online/"
SECONDS_TO_KEEP = 30
ON_THE_DEVICE = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  storage: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
})"""
PICTURES_ARE_SHOWN = """async () => {
  const pictures = [...document.images];
  pictures.forEach((picture) => { picture.loading = "eager"; });
  const shown = await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return shown.every(({ status }) => status === "fulfilled");
}"""
NOTHING = {"caches": [], "workers": 0, "storage": 0, "databases": 0}
NOTICE = re.compile(r"Opgeslagen op \d+ \w+ \d\d:\d\d\.\s+U hebt nu geen internet\.")


def keep_the_lesson(tab: Page) -> None:
    tab.goto(ADDRESS)
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))
    expect(tab.locator("main")).to_contain_text(re.compile(r"Dit is ongeveer \d+ kB"))
    tab.get_by_role("button", name=re.compile("Bewaar op dit apparaat: .* [kM]B")).click()
    expect(tab.get_by_role("status")).to_contain_text("Bewaard.", timeout=SECONDS_TO_KEEP * 1000)


@pytest.fixture
def kept(open_page) -> Page:
    tab = open_page("/", width=320)
    keep_the_lesson(tab)
    return tab


def all_pictures_are_shown(tab: Page) -> bool:
    return tab.evaluate(PICTURES_ARE_SHOWN)


def test_nothing_is_on_the_device_before_somebody_chooses_it(open_page):
    tab = open_page("/")
    for path in ("/", ADDRESS, f"{ADDRESS}stap/1/", "/nu/", "/bewaren/", "/offline/"):
        tab.goto(path)
        assert tab.evaluate(ON_THE_DEVICE) == NOTHING, path

    tab.goto(ADDRESS)
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))
    tab.get_by_role("button", name="Bewaar op dit apparaat").wait_for()

    assert tab.evaluate(ON_THE_DEVICE) == NOTHING


def test_without_internet_the_lesson_its_pictures_and_what_to_do_now_can_be_read(kept):
    kept.context.set_offline(True)

    kept.goto(ADDRESS)
    expect(kept.locator(".offline")).to_have_text(NOTICE)
    arrive_by(kept.get_by_role("link", name="Begin met stap 1"))
    while True:
        expect(kept.locator(".offline")).to_have_text(NOTICE)
        assert all_pictures_are_shown(kept)
        assert kept.evaluate("getComputedStyle(document.querySelector('.site-header')).display") != "inline"
        assert kept.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if not kept.get_by_role("link", name="Volgende stap").count():
            break
        arrive_by(kept.get_by_role("link", name="Volgende stap"))

    kept.goto("/nu/")
    expect(kept.locator(".offline[data-loud]")).to_contain_text(NOTICE)
    expect(kept.locator(".offline")).to_contain_text("Er kan nu iets anders aan de hand zijn.")
    kept.goto("/nu/de/")
    expect(kept.locator(".offline")).to_contain_text("Sie haben jetzt kein Internet.")
    kept.goto("/")
    assert all_pictures_are_shown(kept)


def test_a_player_gets_the_part_of_a_sound_that_it_asks_for(kept):
    """Whatever the file is: players ask for a part of it, some take nothing else."""
    picture = kept.request.get(f"{ADDRESS}stap/1/").text().split('src="/media/')[1].split('"')[0]
    whole = kept.request.get(f"/media/{picture}").body()
    kept.context.set_offline(True)

    part = kept.evaluate(
        """async (path) => {
          const answer = await fetch(path, { headers: { Range: "bytes=2-5" } });
          const bytes = [...new Uint8Array(await answer.arrayBuffer())];
          return { status: answer.status, said: answer.headers.get("Content-Range"), bytes };
        }""",
        f"/media/{picture}",
    )

    assert part == {"status": 206, "said": f"bytes 2-5/{len(whole)}", "bytes": [*whole[2:6]]}


def test_a_sound_of_a_lesson_is_heard_without_internet(kept):
    listed = kept.evaluate("caches.match('/bewaren/lijst').then((list) => list.json())")
    files = [path for page in listed["pages"].values() for path in page["files"]]
    sounds = [path for path in files if "/sounds/" in path]
    if not sounds:
        pytest.skip("no lesson of the demo has a sound")
    kept.context.set_offline(True)

    seconds = kept.evaluate(
        """(path) => new Promise((tell) => {
          const player = new Audio(path);
          player.onloadedmetadata = () => tell(player.duration);
          player.onerror = () => tell(0);
        })""",
        sounds[0],
    )

    assert seconds > 0


def test_a_page_that_is_not_kept_says_so_and_leads_to_what_is(kept):
    kept.context.set_offline(True)

    kept.goto("/voor/senioren/")

    expect(kept.get_by_role("heading", level=1)).to_have_text("Deze pagina is niet bewaard")
    arrive_by(kept.get_by_role("link", name=LESSON))
    expect(kept.get_by_role("heading", level=1)).to_have_text(LESSON)


def test_once_there_is_internet_again_a_page_is_as_new_as_the_site(kept):
    kept.context.set_offline(True)
    kept.goto(ADDRESS)
    kept.context.set_offline(False)

    kept.goto(ADDRESS)

    expect(kept.locator(".offline")).to_have_count(0)


def test_what_is_read_without_internet_is_not_counted(kept):
    kept.context.set_offline(True)

    kept.goto(f"{ADDRESS}stap/1/")

    assert kept.locator("script[data-stamp]").count() == 0


def test_wiping_leaves_nothing(kept):
    kept.goto("/bewaren/")
    expect(kept.get_by_role("link", name=LESSON)).to_be_visible()
    expect(kept.locator("kept-list li")).to_contain_text(re.compile(r"ongeveer \d+ kB, bewaard op"))
    kept.evaluate("localStorage.setItem('/meedoen/d/x/', '{}')")
    kept.context.set_offline(True)

    kept.get_by_role("button", name="Wis alles").click()

    expect(kept.get_by_role("status")).to_contain_text("Alles is gewist")
    assert kept.evaluate(ON_THE_DEVICE) == NOTHING
    kept.context.set_offline(False)
    kept.goto("/")
    assert kept.evaluate(ON_THE_DEVICE) == NOTHING
    assert kept.evaluate("navigator.serviceWorker.controller") is None


def say_of(kept: Page, path: str, header: str, value: str) -> None:
    """Change what was kept as if the site had said this of a page when it was fetched."""
    kept.evaluate(
        """async ([path, header, value]) => {
          const cache = await caches.open("bewaard");
          const known = await cache.match(path);
          const headers = new Headers(known.headers);
          headers.set(header, value);
          await cache.put(path, new Response(await known.text(), { headers }));
        }""",
        [path, header, value],
    )


def test_what_is_past_its_end_says_so(kept):
    say_of(kept, "/nu/", "X-Page-Ends-At", "2026-11-24T13:00:00Z")
    say_of(kept, "/nu/", "X-Page-Made-At", "2026-11-24T09:15:00Z")
    kept.context.set_offline(True)

    kept.goto("/nu/")

    expect(kept.locator(".offline")).to_contain_text("Opgeslagen op 24 november 10:15. U hebt nu geen internet.")
    expect(kept.locator(".offline")).to_contain_text("Dit gold tot 24 november 14:00. Dat is voorbij.")


def instead_of_the_worker(kept: Page, change) -> None:
    """Let another worker take the place of this one, as it does at a visit once the site serves another.

    It gets an address of its own, because the browser looks after a known one itself, where no route is asked.
    """
    worker = change(kept.request.get("/sw.js").text())
    kept.context.route("**/sw.js?*", lambda route: route.fulfill(content_type="text/javascript", body=worker))
    kept.evaluate("navigator.serviceWorker.register('/sw.js?nieuw').then(() => null)")


def test_a_new_release_fetches_everything_again_and_old_caches_go(kept):
    kept.evaluate("caches.open('van-vroeger')")
    instead_of_the_worker(kept, lambda worker: re.sub(r'RELEASE = "\w*"', 'RELEASE = "nieuw"', worker))
    wait_until(kept, "caches.keys().then((names) => names.join() === 'bewaard')")

    kept.goto("/")

    wait_until(
        kept, "caches.match('/bewaren/lijst').then((list) => list?.json()).then((known) => known?.release === 'nieuw')"
    )


def test_a_worker_that_is_revoked_takes_everything_along(kept):
    instead_of_the_worker(kept, lambda _: Path("templates/offline/no_worker.js").read_text())

    wait_until(kept, f"({ON_THE_DEVICE})().then(({{ caches, workers }}) => !caches.length && !workers)")


def test_who_is_ready_with_a_lesson_in_a_group_wipes_this_too(kept):
    kept.goto("/meedoen/klaar/")

    expect(kept.get_by_role("heading", level=1)).to_have_text("Alles is gewist")
    wait_until(kept, f"({ON_THE_DEVICE})().then(({{ caches, workers }}) => !caches.length && !workers)")
    assert kept.evaluate(ON_THE_DEVICE) == NOTHING


def test_a_line_that_falls_away_halfway_leaves_nothing(open_page):
    tab = open_page("/")
    tab.context.route("**/stap/3/", lambda route: route.abort())
    tab.goto(ADDRESS)
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))

    tab.get_by_role("button", name="Bewaar op dit apparaat").click()

    expect(tab.get_by_role("status")).to_contain_text("Van deze pagina is niets bewaard")
    assert tab.evaluate(ON_THE_DEVICE) == NOTHING


def test_without_a_script_it_says_how_to_print(open_page):
    tab = open_page(ADDRESS, javascript=False)
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))

    assert tab.get_by_text("Open de pagina en print haar").is_visible()
    assert not tab.get_by_role("button", name=re.compile("Bewaar")).count()


def test_a_browser_that_refuses_says_so(open_page):
    tab = open_page("/")
    tab.context.add_init_script("ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('nee'))")
    tab.goto(ADDRESS)
    arrive_by(tab.get_by_role("link", name="Bewaar voor zonder internet"))

    tab.get_by_role("button", name="Bewaar op dit apparaat").click()

    expect(tab.get_by_role("status")).to_contain_text("Deze browser wil niets bewaren")
    assert tab.get_by_text("Open de pagina en print haar").is_visible()
