"""The instructions that lie ready, to be read while nothing is wrong."""

from dataclasses import dataclass

from wagtail.blocks import StreamValue

from campagne.content.instruction import Language
from campagne.content.models import InstructionPage


@dataclass(frozen=True)
class Prepared:
    """An instruction in the language it was asked for, or in Dutch, and where the whole of it stands."""

    language: str
    title: str
    acts: StreamValue
    url: str


def prepared_in(language: Language) -> list[Prepared]:
    """Those that can be raised as an incident, in the order of the tree; two queries."""
    pages = InstructionPage.objects.live().public().exclude(scenario="").prefetch_related("texts").order_by("path")
    return [_prepared(page, language) for page in pages]


def _prepared(page: InstructionPage, language: Language) -> Prepared:
    told = page.instruction_in(language) or page.instruction_in(Language.DUTCH)
    return Prepared(told.language.value, told.title, told.acts, page.url_in(told.language))
