"""Many visits at once, over a few connections that stay open."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from random import Random
from urllib.parse import urlsplit

from campagne.demo.browser import Browser, NoAnswer
from campagne.demo.habits import DEVICES, LANGUAGES, popularity, visitor
from campagne.demo.knowledge import Knowledge
from campagne.demo.markup import read_page
from campagne.demo.visit import Visit

CONNECTIONS = 6
LISTED = re.compile(r"<loc>\s*([^<]+?)\s*</loc>")


class Crowd:
    """People who know the public addresses of one site, and short ones that they saw on paper."""

    def __init__(self, site_url: str, seed: int, knowledge: Knowledge, ways_in: Iterable[str] = ()) -> None:
        self.site_url = site_url
        self.seed = seed
        self.knowledge = knowledge
        self.paths = [*public_paths(site_url), *ways_in]
        self.weights = popularity(self.paths, seed)

    def visits(self, numbers: Iterable[int]) -> Iterator[Visit]:
        """Make a visit for each number and give it when it is over, a few at the same time."""
        browsers: SimpleQueue[Browser] = SimpleQueue()
        for _ in range(CONNECTIONS):
            browsers.put(Browser(self.site_url))
        under_way: deque[Future[Visit]] = deque()
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            for number in numbers:
                under_way.append(pool.submit(self._visit, number, browsers))
                while under_way and (under_way[0].done() or len(under_way) > 2 * CONNECTIONS):
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        while not browsers.empty():
            browsers.get().close()

    def _visit(self, number: int, browsers: "SimpleQueue[Browser]") -> Visit:
        browser = browsers.get()
        try:
            visit = Visit(browser, visitor(self.seed, number), self.knowledge)
            visit.make(Random(f"{self.seed}-{number}-entry").choices(self.paths, self.weights)[0])
            return visit
        finally:
            browsers.put(browser)


def public_paths(site_url: str) -> list[str]:
    """Every page that the site lists in its sitemap. Raises NoAnswer if there is none, or if it is no demo."""
    browser = Browser(site_url)
    browser.headers = {"User-Agent": DEVICES[0], "Accept-Language": LANGUAGES[0]}
    try:
        if not read_page(browser.open("/").html).is_demo:
            raise NoAnswer(f"{site_url} zegt niet dat het demogegevens toont")
        listed = LISTED.findall(browser.open("/sitemap.xml").html)
    finally:
        browser.close()
    if not listed:
        raise NoAnswer(f"{site_url}/sitemap.xml noemt geen pagina's")
    return [urlsplit(address).path for address in listed]
