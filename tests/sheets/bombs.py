"""Files that are small outside and huge inside, made in a moment."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def parts_of_workbook(sheet: str, shared: str = "") -> dict[str, str]:
    """The parts of the smallest workbook, with one sheet and perhaps shared strings."""
    types = [("xl/workbook.xml", "sheet.main"), ("xl/worksheets/sheet1.xml", "worksheet")]
    if shared:
        types.append(("xl/sharedStrings.xml", "sharedStrings"))
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in types)
    rels = '<Relationship Id="r1" Type="{0}/worksheet" Target="worksheets/sheet1.xml"/>'
    if shared:
        rels += '<Relationship Id="r2" Type="{0}/sharedStrings" Target="sharedStrings.xml"/>'
    workbook = (
        f'<workbook {SPACE} xmlns:r="{OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{rels.format(OFFICE)}'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    return {**parts, "xl/sharedStrings.xml": shared} if shared else parts


def sheet_of(rows: str) -> str:
    return f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"


def text_row(number: int, *texts: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_huge_part(parts: Mapping[str, str], name: str, pieces: Iterable[bytes]) -> bytes:
    """A ZIP archive in which one part is written piece by piece, so that no test holds it unpacked."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for other, part in parts.items():
            if other != name:
                archive.writestr(other, part)
        huge = ZipInfo(name)
        huge.compress_type = ZIP_DEFLATED
        with archive.open(huge, "w") as file:
            for piece in pieces:
                file.write(piece)
    return content.getvalue()


def expanding_workbook(megabytes: int) -> bytes:
    """Spaces between two rows: about a kilobyte for every megabyte."""
    start, end = sheet_of("|").encode().split(b"|")
    spaces = (b" " * 1024 * 1024 for _ in range(megabytes))
    return with_huge_part(parts_of_workbook(""), "xl/worksheets/sheet1.xml", chain([start], spaces, [end]))


def lying_workbook(megabytes: int) -> bytes:
    """The same, but the list at the end says that the sheet is small."""
    content = bytearray(expanding_workbook(megabytes))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


def laughing_workbook() -> bytes:
    """A billion laughs: entities of entities."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    return packed(parts_of_workbook(document + sheet_of(text_row(1, "&l9;"))))


def many_rows(count: int) -> bytes:
    """Rows that differ, so that no ratio gives them away."""
    rows = (f'<row><c t="inlineStr"><is><t>{n * 7919}</t></is></c></row>'.encode() for n in range(count))
    start, end = sheet_of("|").encode().split(b"|")
    return with_huge_part(parts_of_workbook(""), "xl/worksheets/sheet1.xml", chain([start], rows, [end]))


def many_shared_strings(count: int) -> bytes:
    """A list of shared strings that no cell uses, but that is read before the first cell."""
    strings = (f"<si><t>{n * 7919}</t></si>".encode() for n in range(count))
    parts = parts_of_workbook(sheet_of(text_row(1, "a")), shared="|")
    pieces = chain([f"<sst {SPACE}>".encode()], strings, [b"</sst>"])
    return with_huge_part(parts, "xl/sharedStrings.xml", pieces)
