"""What the site says about itself, as its file tells it. Pure."""

from dataclasses import dataclass
from datetime import date

from campagne.demo.blocks import Block


@dataclass(frozen=True)
class AccessibilityEntry:
    reviewed_on: date
    contact: str
    deviations: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class SiteEntry:
    """What the front page, the statements and the settings say."""

    headline: str
    lead: str
    sender: str
    contact_email: str
    security_email: str
    accessibility: AccessibilityEntry
    reporting: tuple[Block, ...]
