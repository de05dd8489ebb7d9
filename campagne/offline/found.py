"""What a page needs to be shown: the files that its HTML names. Pure."""

from html.parser import HTMLParser

OURS = ("/static/", "/media/")


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self._keep(named.get("src"))
        if tag == "link" or tag == "use":
            self._keep(named.get("href"))

    def _keep(self, address: str | None) -> None:
        if address and address.startswith(OURS):
            self.files[address.partition("#")[0]] = None


def files_in(html: str) -> list[str]:
    """The addresses of our own stylesheets, scripts, drawings, pictures and sounds, each once, in order.

    Of a picture in several sizes only `src`, the smallest: a device without internet is shown that one.
    """
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return list(finder.files)
