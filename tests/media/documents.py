"""Documents as office programs write them, as small as they can be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from campagne.sheets.office import MIME_TYPES
from campagne.sheets.xlsx_file import write_xlsx
from tests.sheets.bombs import packed

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CSV = b"gemeente;aantal\nStein;12\n"
XLSX = write_xlsx([["Stein", 12]], header=["gemeente", "aantal"])
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_PARTS = {
    "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>',
    "_rels/.rels": '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
    "word/document.xml": "<w:document/>",
}
DOCX = packed(WORD_PARTS)


def open_document(kind: str, **parts: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("mimetype", MIME_TYPES[kind], ZIP_STORED)
        archive.writestr("content.xml", "<office/>", ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", parts.get("manifest", "<manifest/>"), ZIP_DEFLATED)
        for name, part in parts.items():
            if name != "manifest":
                archive.writestr(name, part)
    return content.getvalue()


ODT, ODS = open_document("odt"), open_document("ods")
ORDINARY = {"pdf": PDF, "csv": CSV, "xlsx": XLSX, "docx": DOCX, "odt": ODT, "ods": ODS}
