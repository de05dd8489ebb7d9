"""XML from outside becomes plain values, without document types, entities or anything fetched."""

import pytest

from campagne.sheets.child import Allowance
from campagne.sheets.unreadable import Unreadable
from campagne.sheets.xml_file import read_xml

pytestmark = pytest.mark.once
QUICK = Allowance(memory=256 * 1024**2, processor_seconds=5, seconds=60)


def test_elements_come_back_with_their_order_text_and_attributes():
    root = read_xml(b'<quiz a="1">een<vraag>twee<b/></vraag>drie<vraag/></quiz>')

    assert (root.name, root.attributes, root.text) == ("quiz", {"a": "1"}, "een")
    assert [(child.name, child.text, child.after) for child in root.children] == [
        ("vraag", "twee", "drie"),
        ("vraag", "", ""),
    ]
    assert [child.name for child in root.children[0].children] == ["b"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>', id="entities"),
        pytest.param(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', id="a document type of elsewhere"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', id="a file of ours"),
        pytest.param(b"<a>" * 5_000 + b"</a>" * 5_000, id="too deep"),
        pytest.param(b"<a>" + b"<b/>" * 200_001 + b"</a>", id="too many"),
        pytest.param(b"<a", id="broken"),
        pytest.param(b"\0\xff", id="no text"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_anything_else_is_refused(content):
    with pytest.raises(Unreadable):
        read_xml(content, allowance=QUICK)
