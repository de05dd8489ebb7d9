"""Moodle XML comes back as it was written, through the door that reads XML of strangers."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campagne.quiz.exchange import moodle_reading, moodle_xml
from campagne.sheets.unreadable import Unreadable
from campagne.sheets.xml_file import Element, read_xml
from tests.quiz.exchange.items import items

pytestmark = pytest.mark.once


def elements_of(xml: str) -> Element:
    """The same elements as the checked door gives, without starting a process for each of a hundred examples."""

    def element(read) -> Element:
        children = [element(each) for each in read]
        return Element(read.tag, read.attrib, read.text or "", read.tail or "", children)

    return element(ElementTree.fromstring(xml))


@given(st.lists(items(), max_size=3))
def test_what_is_written_is_read_back_as_it_was(written):
    found = moodle_reading.parse(elements_of(moodle_xml.write(written)))

    assert [each.item for each in found] == written
    assert [each.notes for each in found] == [()] * len(written)


@settings(max_examples=3)
@given(st.lists(items(), min_size=1, max_size=3))
def test_the_checked_door_gives_the_same(written):
    xml = moodle_xml.write(written)

    assert read_xml(xml.encode()) == elements_of(xml)


def only(inner: str, kind: str = "multichoice"):
    (found,) = moodle_reading.parse(elements_of(f'<quiz><question type="{kind}">{inner}</question></quiz>'))
    return found


STEM = '<questiontext format="html"><text>V?</text></questiontext>'
ANSWERS = '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        pytest.param('<questiontext><text/><file name="sms.png">AA==</file></questiontext>', "(sms.png)", id="a file"),
        pytest.param("<penalty>0.5</penalty>", "Aftrek bij nog een keer proberen gaat niet mee (0.5)", id="penalty"),
        pytest.param("<defaultgrade>2</defaultgrade>", "Punten gaan niet mee (2)", id="points"),
        pytest.param("<hint><text>Denk na</text></hint>", "Hints gaan niet mee (1)", id="a hint"),
        pytest.param("<tags><tag><text>bank</text></tag></tags>", "Kenmerken gaan niet mee: bank.", id="tags"),
        pytest.param("<correctfeedback><text>Top!</text></correctfeedback>", "De vaste tekst", id="combined feedback"),
        pytest.param("<idnumber>A1</idnumber>", "nummer van de vraag gaat niet mee (A1)", id="a number"),
        pytest.param("<hidden>1</hidden>", "verborgen", id="hidden"),
        pytest.param('<answer fraction="50"><text>c</text></answer>', "deels telt", id="half right"),
    ],
)
def test_what_is_carried_in_part_says_what_was_lost(more, lost):
    found = only(STEM + ANSWERS + more)

    assert found.item.stem == "V?"
    assert lost in found.notes[0]


@pytest.mark.parametrize("kind", [*moodle_reading.NOT_CARRIED, "iets-nieuws", ""])
def test_other_kinds_are_named_and_not_carried(kind):
    found = only("<name><text>Vijf</text></name>" + STEM + ANSWERS, kind)

    assert (found.item, found.title) == (None, "Vijf")
    assert "kennen wij niet" in found.notes[0] or "gevonden" in found.notes[0] or "tekst zonder vraag" in found.notes[0]


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(ANSWERS, id="no question"),
        pytest.param(STEM, id="no answers"),
        pytest.param(STEM + ANSWERS + "<answer><text> </text></answer>", id="an empty answer"),
    ],
)
def test_half_a_question_is_refused_with_a_sentence(inner):
    assert only(inner).item is None


def test_html_becomes_plain_text_with_its_paragraphs():
    html = "&lt;p&gt;Een &lt;b&gt;sms&lt;/b&gt;:&lt;/p&gt;&lt;p&gt;Klik!&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;"
    found = only(f"<questiontext format='html'><text>{html}</text></questiontext>{ANSWERS}")

    assert found.item.stem == "Een sms:\n\nKlik!"
    assert found.notes == ("Een script of opmaak in de tekst gaat niet mee.",)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', id="a bomb"),
        pytest.param(b'<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/q.dtd"><quiz/>', id="a document type"),
        pytest.param(b"<toets/>", id="another root"),
    ],
)
def test_other_xml_is_refused_in_dutch(content):
    with pytest.raises(Unreadable, match="Verwacht"):
        moodle_reading.parse(read_xml(content))
