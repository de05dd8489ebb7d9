"""A document is what its name says, and holds nothing that works by itself."""

import pytest
from django.conf import settings

from campagne.media.document_file import CHECKS, check_document
from campagne.sheets.unreadable import Unreadable
from tests.media.documents import CSV, DOCX, ODS, ODT, ORDINARY, PDF, WORD_PARTS, XLSX, open_document
from tests.sheets.bombs import expanding_workbook, packed

pytestmark = pytest.mark.once


def linked(kind: str) -> bytes:
    return related(f'Id="r1" Type="x/{kind}" TargetMode="External" Target="http://x/"')


def related(attributes: str) -> bytes:
    link = f"<Relationships><Relationship {attributes}/></Relationships>"
    return packed({**WORD_PARTS, "word/_rels/document.xml.rels": link})


def test_every_kind_that_may_be_brought_in_has_a_check():
    assert CHECKS.keys() == set(settings.WAGTAILDOCS_EXTENSIONS)


@pytest.mark.parametrize("kind", ORDINARY)
def test_an_ordinary_document_is_welcome(kind):
    check_document(ORDINARY[kind], kind)


def test_a_link_that_a_reader_clicks_is_welcome():
    check_document(linked("hyperlink"), "docx")


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        pytest.param("pdf", b"<html><script>1</script>", "geen PDF", id="a web page named pdf"),
        pytest.param("pdf", b"GIF89a" + PDF, "geen PDF", id="a picture before a pdf"),
        pytest.param("pdf", PDF[:-6], "niet een hele", id="half a pdf"),
        pytest.param("pdf", PDF.replace(b"/Type", b"/S/JavaScript/Type"), "vanzelf", id="a script in a pdf"),
        pytest.param("pdf", PDF.replace(b"/Type", b"/S/Launch/Type"), "vanzelf", id="a program in a pdf"),
        pytest.param("docx", XLSX, "ander soort", id="a sheet named docx"),
        pytest.param("xlsx", DOCX, "ander soort", id="a text named xlsx"),
        pytest.param("odt", ODS, "ander soort", id="a sheet named odt"),
        pytest.param("docx", ODT, "ander soort", id="an odt named docx"),
        pytest.param("docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "geen gewoon", id="an old or locked document"),
        pytest.param("docx", packed({**WORD_PARTS, "word/vbaProject.bin": "x"}), "macro", id="a macro in docx"),
        pytest.param("docx", packed({**WORD_PARTS, "word/embeddings/a.bin": "x"}), "ander bestand", id="a file in it"),
        pytest.param("docx", linked("attachedTemplate"), "van elders", id="a template of elsewhere"),
        pytest.param("docx", linked("oleObject"), "van elders", id="an object of elsewhere"),
        pytest.param("docx", related('Type="x/ole" TargetMode="&#69;xternal"'), "van elders", id="a word in numbers"),
        pytest.param(
            "docx", related("Type='x/ole' Id='>' TargetMode='External'"), "van elders", id="an end that is none"
        ),
        pytest.param(
            "docx",
            related("""Id='Type="x/hyperlink"' Type='x/ole' TargetMode='External'"""),
            "van elders",
            id="a link that is none",
        ),
        pytest.param("docx", related("Type=x/ole TargetMode=External"), "vertrouwen", id="what we cannot read"),
        pytest.param("odt", open_document("odt", **{"Basic/a.xml": "x"}), "macro", id="a macro in odt"),
        pytest.param("odt", open_document("odt", manifest="<a><encryption-data/></a>"), "wachtwoord", id="a password"),
        pytest.param("xlsx", expanding_workbook(60), "groter dan", id="a bomb"),
        pytest.param("csv", PDF + b"\0", "geen gewone tekst", id="no text named csv"),
        pytest.param("csv", CSV * 600_000, "14 MB", id="too large"),
    ],
)
def test_anything_else_is_refused_with_what_was_found(kind, content, words):
    with pytest.raises(Unreadable, match=words):
        check_document(content, kind)
