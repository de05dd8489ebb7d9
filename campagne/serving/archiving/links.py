"""The links in a page and in a stylesheet: found, and replaced without touching anything else. Pure."""

import re
from collections.abc import Callable
from html import escape, unescape

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=>]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*\s*/?)>")
ATTRIBUTE = re.compile(r"""(\s(?:href|src|srcset|imagesrcset|poster|action|formaction|data)=)(?:"([^"]*)"|'([^']*)')""")
SEVERAL = ("srcset=", "imagesrcset=")
# Where a page first stood is told as it was.
FIRST_STOOD = re.compile(r"""\srel=["']?canonical\b""")
# Data for search engines is no script.
SCRIPT = re.compile(
    r"""<script\b(?![^>]*application/ld\+json)[^>]*>.*?</script>|<link\b[^>]*\srel=["']?modulepreload\b[^>]*>""",
    re.DOTALL | re.IGNORECASE,
)
IN_STYLE = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")

Replace = Callable[[str], str]


def relinked(html: str, replace: Replace) -> str:
    """The page without its scripts, and with each address in it replaced by what `replace` gives for it."""

    def in_attribute(found: re.Match[str]) -> str:
        value = unescape(found[2] if found[2] is not None else found[3])
        given = _each(value, replace) if found[1].strip().startswith(SEVERAL) else replace(value)
        return f'{found[1]}"{escape(given)}"' if given != value else found[0]

    def in_tag(found: re.Match[str]) -> str:
        if FIRST_STOOD.search(found[2]):
            return found[0]
        return f"<{found[1]}{ATTRIBUTE.sub(in_attribute, found[2])}>"

    return TAG.sub(in_tag, SCRIPT.sub("", html))


def restyled(css: str, replace: Replace) -> str:
    """The stylesheet with each address in it replaced; what a stylesheet holds itself (`data:`) stays."""
    return IN_STYLE.sub(lambda found: f"url({found[1]}{replace(found[2])}{found[1]})", css)


def _each(srcset: str, replace: Replace) -> str:
    """Several addresses, each with its size: `a.webp 480w, b.webp 960w`."""
    parts = [part.strip().partition(" ") for part in srcset.split(",") if part.strip()]
    return ", ".join(f"{replace(address)}{space}{size}" for address, space, size in parts)
