"""The walk over the site: from every public address to what is found in it, kept as files that lead to each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from campagne.serving.archiving.links import relinked, restyled
from campagne.serving.archiving.places import address_in, file_of, way
from campagne.serving.backup.refused import Refused
from campagne.serving.store.address import Address
from campagne.serving.store.making import Maker
from campagne.serving.store.page import Answer

BETWEEN_WORDS = 100
MOST = 50_000
HTML, CSS = "text/html", "text/css"
# Where a form is sent to, which is no page.
ONLY_SENT_TO = "405"
CHANGED_BY = {HTML: relinked, CSS: restyled}
Tell = Callable[[str], object]


@dataclass
class Walk:
    """What was found: `kinds` has what is a file now, `moved` what led elsewhere, `missing` what is not there."""

    maker: Maker
    folder: Path
    kinds: dict[Address, str] = field(default_factory=dict)
    moved: dict[Address, Address] = field(default_factory=dict)
    missing: dict[Address, str] = field(default_factory=dict)

    def go(self, beginning: Iterator[Address], tell: Tell) -> None:
        """Raises Refused where the site itself fails: an archive without a page that is there would tell less."""
        waiting, told = dict.fromkeys(beginning), 0
        while address := next(iter(waiting), None):
            del waiting[address]
            for found in self._visit(address):
                if not (found in self.kinds or found in self.moved or found in self.missing):
                    waiting[found] = None
            if len(self.kinds) + len(waiting) > MOST:
                raise Refused(
                    f"De site heeft meer dan {MOST} adressen. Dat verwachten we niet; vraag wie de site maakt."
                )
            if len(self.kinds) - told >= BETWEEN_WORDS:
                told = len(self.kinds)
                tell(f"{len(self.kinds)} bestanden, nog {len(waiting)} bekend …")

    def _visit(self, address: Address) -> list[Address]:
        """Keep what stands there; return what it leads to."""
        answer = self.maker.make(address)
        if answer.is_failure:
            raise Refused(
                f"De site geeft op {address.path} een fout ({answer.status}). Zet dat recht en begin opnieuw."
            )
        kind = answer.named.get("content-type", "").partition(";")[0]
        if target := self._moved_to(address, answer):
            self.moved[address] = target
            return [target]
        if not answer.status.startswith("200") or (kind == HTML and not answer.may_be_stored):
            self.missing[address] = answer.status
            return []
        self.kinds[address] = kind
        file = self.folder / file_of(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(answer.body)
        return list(self._links_of(address, kind, answer.body))

    def _moved_to(self, address: Address, answer: Answer) -> Address | None:
        location = answer.named.get("location", "") if answer.status.startswith("30") else ""
        return address_in(location, address, self.maker.scheme) if location else None

    def _links_of(self, address: Address, kind: str, body: bytes) -> Iterator[Address]:
        if change := CHANGED_BY.get(kind):
            links: list[str] = []
            change(body.decode(), lambda link: links.append(link) or link)
            yield from (found for link in links if (found := address_in(link, address, self.maker.scheme)))

    def not_found(self) -> dict[str, str]:
        """What links led to and was not there, with the status."""
        refused = {address.path: status for address, status in self.missing.items() if status.startswith("4")}
        return {path: status for path, status in refused.items() if not status.startswith(ONLY_SENT_TO)}

    def relink(self) -> None:
        """Let every page and stylesheet lead to the files beside it, and to the site for what is no file."""
        for address, kind in self.kinds.items():
            if change := CHANGED_BY.get(kind):
                file = self.folder / file_of(address)
                file.write_text(change(file.read_text(), lambda link, here=address: self._link(link, here)))

    def _link(self, link: str, here: Address) -> str:
        if link.startswith("#") or not link:
            return link
        target = address_in(link, here, self.maker.scheme)
        target = self.moved.get(target, target) if target else None
        if target in self.kinds:
            return way(here, target, urlsplit(link).fragment)
        return urljoin(f"{self.maker.scheme}://{here.host}{here.path}", link)
