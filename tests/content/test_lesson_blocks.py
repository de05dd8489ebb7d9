"""What stands in a step for who gives it to a group."""

import pytest

from campagne.content.lesson_blocks import LessonStepBlock

pytestmark = pytest.mark.once


def test_what_a_presenter_reads_is_neither_found_nor_counted_as_reading():
    step = LessonStepBlock()
    value = step.to_python(
        {
            "title": "Hang op",
            "body": [{"type": "text", "value": "<p>U mag ophangen.</p>"}],
            "guidance": {"aim": "Durven", "say": "Zeg het samen hardop.", "minutes": 5, "pitfalls": "Vraag niet door."},
        }
    )

    words = " ".join(map(str, step.get_searchable_content(value)))

    assert "U mag ophangen." in words
    assert "hardop" not in words
