"""Where what is told stands. Others keep these addresses, so they stay."""

from uuid import UUID

from campagne.content.instruction import Language
from campagne.incidents.telling import of_message
from campagne.syndication.current import Sent

ATOM = "/nu/atom.xml"


def page_of_now(language: Language) -> str:
    return "/nu/" if language is Language.DUTCH else f"/nu/{language.value}/"


def cap_of(sent: Sent) -> str:
    """The address of one message in CAP."""
    _, incident, number = sent.identifier.rsplit(".", 2)
    return of_message(UUID(incident), int(number))
