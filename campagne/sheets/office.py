"""Office documents looked at from outside: is it what its name says, without macros, links and hidden files?"""

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType
from zipfile import ZipFile

from campagne.sheets.archive import open_archive
from campagne.sheets.unreadable import Unreadable

MAIN_TYPES: Mapping[str, bytes] = MappingProxyType(
    {
        "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    }
)
MIME_TYPES: Mapping[str, bytes] = MappingProxyType(
    {
        "ods": b"application/vnd.oasis.opendocument.spreadsheet",
        "odt": b"application/vnd.oasis.opendocument.text",
    }
)
OFFICE_KINDS = frozenset({*MAIN_TYPES, *MIME_TYPES})
NOT_TRUSTED = "Dit document bevat een onderdeel dat we niet vertrouwen."
CONTENT_TYPES, MANIFEST = "[Content_Types].xml", "META-INF/manifest.xml"

_RUNS = re.compile(r"(^|/)(vbaproject\.bin|activex|macrosheets|basic|scripts)(/|$|\.)", re.IGNORECASE)
_HIDES = re.compile(r"(^|/)(embeddings|externallinks|object [0-9]+/.*\.bin)(/|$)|oleobject", re.IGNORECASE)
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)')"""
_ATTRIBUTE = re.compile(rf"([\w:.-]+){_VALUE}")
_RELATIONSHIP = re.compile(rf"<(?:[\w.-]+:)?Relationship((?:\s+[\w:.-]+{_VALUE})*)\s*/?>")
_SEEMS_A_RELATIONSHIP = re.compile(r"(?<=[<:])Relationship(?=[\s/])")


def check_office(content: bytes, kind: str) -> None:
    """Check that `content` is an ordinary document of this kind; raises Unreadable. Nothing in it is parsed."""
    with open_archive(content) as archive:
        names = archive.namelist()
        if any(_RUNS.search(name) for name in names):
            raise _refused("In dit document zitten macro's.", kind)
        if any(_HIDES.search(name) for name in names):
            raise _refused("In dit document zit een ander bestand, of een koppeling daarmee.", kind)
        if kind in MAIN_TYPES:
            _check_open_xml(archive, kind)
        else:
            _check_open_document(archive, kind)


def _check_open_xml(archive: ZipFile, kind: str) -> None:
    types = _part(archive, CONTENT_TYPES, kind)
    if "macroenabled" in types.lower() or MAIN_TYPES[kind].decode() not in types:
        raise _refused("Vanbinnen is dit een ander soort document.", kind)
    for name in archive.namelist():
        if name.lower().endswith(".rels"):
            _check_links(_part(archive, name, kind), kind)


def _check_links(relationships: str, kind: str) -> None:
    """A link that a reader clicks may go elsewhere; a template or a table that is fetched by itself may not."""
    found = list(_RELATIONSHIP.finditer(relationships))
    if len(found) != len(_SEEMS_A_RELATIONSHIP.findall(relationships)):
        raise _refused(NOT_TRUSTED, kind)
    for relationship in found:
        said = {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(relationship[1])}
        is_outside = said.get("TargetMode", "").strip().lower() == "external"
        if is_outside and not said.get("Type", "").endswith("/hyperlink"):
            raise _refused("Dit document haalt iets op van elders.", kind)


def _check_open_document(archive: ZipFile, kind: str) -> None:
    first = archive.infolist()[0]
    if first.filename != "mimetype" or archive.read(first) != MIME_TYPES[kind]:
        raise _refused("Vanbinnen is dit een ander soort document.", kind)
    if "encryption-data" in _part(archive, MANIFEST, kind):
        raise _refused("Dit document is met een wachtwoord beveiligd.", kind)


def _part(archive: ZipFile, name: str, kind: str) -> str:
    """Read a part as the UTF-8 that every program writes: anything else could hide a word from us."""
    try:
        text = archive.read(name).decode("utf-8-sig")
    except (KeyError, UnicodeDecodeError) as error:
        raise _refused("Vanbinnen is dit een ander soort document.", kind) from error
    if "<!" in text.replace("<!--", "").replace("<![CDATA[", "") or "\0" in text:
        raise _refused(NOT_TRUSTED, kind)
    return text


def _refused(found: str, kind: str) -> Unreadable:
    return Unreadable(
        found,
        f"Verwacht: een gewoon .{kind}-document zonder macro's, ingevoegde bestanden en wachtwoord.",
        "Bewaar het opnieuw in je kantoorprogramma, of maak er een PDF van.",
    )
