"""Which sheets there are: the size of the paper, the end of the address, and what people call them."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A sheet by the end of its address."""

    PAGE = "print"
    CARD = "kaart"
    POSTER = "poster"

    @property
    def title(self) -> str:
        return {Paper.PAGE: "Print", Paper.CARD: "Hulpkaart", Paper.POSTER: "Poster"}[self]

    @property
    def label(self) -> str:
        """What a link to it says."""
        return {Paper.PAGE: "Print deze pagina", Paper.CARD: "Hulpkaart (A5)", Paper.POSTER: "Poster (A3)"}[self]

    @property
    def size(self) -> str:
        return {Paper.PAGE: "A4", Paper.CARD: "A5", Paper.POSTER: "A3"}[self]

    @property
    def template(self) -> str:
        return f"content/sheets/{self.name.lower()}.html"

    @property
    def stylesheets(self) -> tuple[str, str]:
        return "css/sheet.css", f"css/sheet_{self.name.lower()}.css"


@dataclass(frozen=True)
class Way:
    """A link to a sheet."""

    paper: Paper
    label: str
    url: str


@dataclass(frozen=True)
class Missing:
    """A sheet on which not everything fits, by its name, and what is not on it, in sentences."""

    label: str
    left_out: tuple[str, ...]
