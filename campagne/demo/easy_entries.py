"""The easy texts of the demo as their file tells them: in easy Dutch (A2), each beside its page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EasyEntry:
    """`paragraphs` hold a sentence a line."""

    page: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def html(self) -> str:
        """A paragraph each, in which every sentence begins a line."""
        lines = ["<br/>".join(paragraph.split("\n")) for paragraph in self.paragraphs]
        return "".join(f"<p>{paragraph}</p>" for paragraph in lines)


@dataclass(frozen=True)
class EasyEntries:
    texts: tuple[EasyEntry, ...]
