"""What is read of blocks, as lines: nothing is lost, nothing runs together, and guidance is not read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.content.blocks import BodyBlocks
from campagne.content.lesson_blocks import LessonSteps
from campagne.content.plain_text import lines_of_block, lines_of_html

pytestmark = pytest.mark.once

DO = {"do": ["Bel zelf."], "dont": ["Geef geen code."]}


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param("<p>Een.</p><p>Twee.</p>", ["Een.", "Twee."], id="paragraphs"),
        pytest.param("<p>Een.<br/>Twee.</p>", ["Een.", "Twee."], id="lines of a paragraph"),
        pytest.param("<ul><li>Een <b>dikke</b> regel</li></ul>", ["Een dikke regel"], id="bold runs on"),
        pytest.param("<p>Beek &amp; Stein</p>", ["Beek & Stein"], id="signs are read as they look"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_rich_text_is_read_line_by_line(html, lines):
    assert list(lines_of_html(html)) == lines


@given(st.text())
def test_whatever_is_written_is_read_without_line_ends_or_double_spaces(text):
    for line in lines_of_html(text):
        assert line == " ".join(line.split())


def test_a_list_is_announced_so_that_who_listens_knows_what_not_to_do():
    block = BodyBlocks()
    value = block.to_python([{"type": "do_dont", "value": DO}])

    assert list(lines_of_block(block, value)) == ["Wel doen:", "Bel zelf.", "Niet doen:", "Geef geen code."]


def test_what_a_presenter_reads_is_not_read_to_a_reader():
    block = LessonSteps()
    step = {
        "title": "Hang op",
        "body": [],
        "guidance": {"aim": "Ophangen", "say": "Zeg dit", "pitfalls": "", "minutes": 2},
    }

    assert list(lines_of_block(block, block.to_python([{"type": "step", "value": step}]))) == ["Hang op"]
