"""What somebody passes on: a title, one sentence and an address, and the ways to send them."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ‘“0-9])")


@dataclass(frozen=True)
class Shared:
    """A page as it is passed on; `url` is the whole address."""

    title: str
    summary: str
    url: str

    @property
    def sentence(self) -> str:
        """The first sentence of the summary."""
        return SENTENCE.split(self.summary.strip(), maxsplit=1)[0]

    @property
    def text(self) -> str:
        """Title, sentence and address, each on its own line, so that every messenger knows the address."""
        return "\n".join(filter(None, (self.title, self.sentence, self.url)))

    @property
    def whatsapp(self) -> str:
        return f"https://wa.me/?{_query(text=self.text)}"

    @property
    def mail(self) -> str:
        return f"mailto:?{_query(subject=self.title, body=self.text)}"


def _query(**told: str) -> str:
    """Words in an address; a space is %20, because a mail program shows a plus as it is."""
    return urlencode(told, quote_via=quote)
