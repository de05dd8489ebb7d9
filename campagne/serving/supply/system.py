"""What the product needs from Debian: packages that apt installs, so no lock holds their versions."""

from dataclasses import dataclass
from enum import StrEnum


class Needed(StrEnum):
    """How much depends on it, in the words of CycloneDX."""

    ALWAYS = "required"
    BY_CHOICE = "optional"
    FOR_TESTS = "excluded"


@dataclass(frozen=True)
class DebianPackage:
    """A package of Debian, and what it is for."""

    name: str
    needed: Needed
    purpose: str


DEBIAN = (
    DebianPackage("certbot", Needed.BY_CHOICE, "certificates for TLS"),
    DebianPackage("chromium-headless-shell", Needed.FOR_TESTS, "the browser of the tests"),
    DebianPackage("faketime", Needed.FOR_TESTS, "a clock that can be set back"),
    DebianPackage("git", Needed.ALWAYS, "fetches the code"),
    DebianPackage("libharfbuzz-subset0", Needed.BY_CHOICE, "letters in a PDF"),
    DebianPackage("libpango-1.0-0", Needed.BY_CHOICE, "text in a PDF"),
    DebianPackage("libpangoft2-1.0-0", Needed.BY_CHOICE, "text in a PDF"),
    DebianPackage("make", Needed.ALWAYS, "sets up, and runs the checks"),
    DebianPackage("nginx-light", Needed.BY_CHOICE, "stands in front and speaks TLS"),
    DebianPackage("postgresql", Needed.BY_CHOICE, "the database of an installation with more machines"),
    DebianPackage("postgresql-client", Needed.BY_CHOICE, "backups of PostgreSQL"),
    DebianPackage("python3-venv", Needed.ALWAYS, "Python, and a place of its own for the packages"),
    DebianPackage("redis-server", Needed.BY_CHOICE, "lets processes hear at once that a page changed"),
)
