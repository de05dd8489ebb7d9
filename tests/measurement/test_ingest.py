"""Read it or refuse it: nothing half-read goes further."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.ingest import MAX_BYTES, TYPES, Aside, BadBeacon, Beacon, Event, parse_beacon

VIEW = {
    "kind": "view",
    "page": 12,
    "revision": 40,
    "step": 0,
    "stamp": "abcDEF-_12345678",
    "nonce": "k3v9k3v9k3v9",
    "entry": True,
    "after": 0,
}
REPORT = {**VIEW, "kind": "act", "act": "report", "subject": "mijn-bank"}


def told(**change):
    return json.dumps({**VIEW, **change}).encode()


def test_a_view_is_read():
    assert parse_beacon(told()) == Beacon(Event.VIEW, 12, 40, 0, "abcDEF-_12345678", "k3v9k3v9k3v9", True, 0)


@pytest.mark.parametrize(
    ("is_entry", "via"),
    [
        pytest.param(True, "bieb-stein", id="somebody comes in"),
        pytest.param(False, "", id="from one page of ours to another there is no entrance"),
    ],
)
def test_a_view_may_say_along_which_entrance(is_entry, via):
    assert parse_beacon(told(entry=is_entry, via="bieb-stein")).via == via


def test_the_longest_view_there_can_be_is_well_within_what_is_taken():
    longest = {
        "page": 2**63 - 1,
        "revision": 2**63 - 1,
        "step": 999,
        "nonce": "9" * 32,
        "after": 93_600,
        "via": "x" * 24,
    }

    assert len(told(**longest, entry=False)) <= MAX_BYTES / 1.5
    assert parse_beacon(told(**longest)).via == "x" * 24


def test_an_act_says_what_and_about_which():
    beacon = parse_beacon(json.dumps(REPORT).encode())

    assert (beacon.kind, beacon.act, beacon.subject) == (Event.ACT, "report", "mijn-bank")
    assert beacon.once == "k3v9k3v9k3v9|act|report|mijn-bank"


@pytest.mark.parametrize("kind", list(Aside))
def test_who_asks_not_to_be_counted_says_nothing_else(kind):
    assert parse_beacon(json.dumps({"kind": kind}).encode()) is kind
    with pytest.raises(BadBeacon, match="expected the keys"):
        parse_beacon(json.dumps({"kind": kind, "page": 12}).encode())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b"{}", id="no keys"),
        pytest.param(b"\xff\xfe{\x00}\x00", id="UTF-16"),
        pytest.param(b"[" * 400, id="deep"),
        pytest.param(told() + b" " * 400, id="more than 400 bytes"),
        pytest.param(told(page=True), id="true is no page"),
        pytest.param(told(page="12"), id="text is no number"),
        pytest.param(told(page=12.0), id="a fraction"),
        pytest.param(told(page=0), id="page zero"),
        pytest.param(told(page=2**63), id="larger than a database holds"),
        pytest.param(told(page=10**300), id="huge"),
        pytest.param(told(step=-1), id="step below zero"),
        pytest.param(told(entry=1), id="one is no claim"),
        pytest.param(told(after=93_601), id="longer ago than 26 hours"),
        pytest.param(told(nonce="kort"), id="a short number"),
        pytest.param(told(nonce="x" * 33), id="a long number"),
        pytest.param(told(nonce="abcdefg\0"), id="NUL"),
        pytest.param(told(nonce="abcdefgh\n"), id="a line end"),
        pytest.param(told(nonce="ａｂｃｄｅｆｇｈ"), id="wide letters"),
        pytest.param(told(stamp="\ud800" * 16), id="half characters"),
        pytest.param(told(kind="scroll"), id="an unknown kind"),
        pytest.param(told(extra=1), id="an unknown key"),
        pytest.param(told(act="print", subject=""), id="a view with an act"),
        pytest.param(told(via=""), id="an entrance without a name"),
        pytest.param(told(via="x" * 25), id="a long entrance"),
        pytest.param(told(via="bieb stein"), id="an entrance with a space"),
        pytest.param(told(via="bieb\n"), id="an entrance with a line end"),
        pytest.param(told(via="ｂｉｅｂ"), id="an entrance in wide letters"),
        pytest.param(told(via=7), id="an entrance by number"),
        pytest.param(told(via=None), id="an entrance that is null"),
        pytest.param(told(kind="read", via="bieb"), id="reading along an entrance"),
        pytest.param(json.dumps({**REPORT, "via": "bieb"}).encode(), id="an act along an entrance"),
        pytest.param(json.dumps({**REPORT, "act": "useful"}).encode(), id="an act that is not the tracker's"),
        pytest.param(json.dumps({**REPORT, "subject": ""}).encode(), id="a report to nobody"),
        pytest.param(json.dumps({**REPORT, "subject": "<b>"}).encode(), id="a subject with marks"),
        pytest.param(json.dumps({**REPORT, "act": "print"}).encode(), id="a print of something"),
        pytest.param(b'{"kind": ["view"]}', id="a list as kind"),
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(BadBeacon):
        parse_beacon(body)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(st.binary(max_size=MAX_BYTES + 20))
def test_no_bytes_raise_anything_but_a_bad_beacon(body):
    with suppress(BadBeacon):
        parse_beacon(body)


@given(st.dictionaries(st.sampled_from([*TYPES, "act", "subject", "via"]), anything))
def test_what_is_read_is_safe_to_store(changes):
    body = json.dumps({**VIEW, **changes}).encode()
    try:
        beacon = parse_beacon(body)
    except BadBeacon:
        return
    assert isinstance(beacon, Beacon)
    assert 0 < beacon.page_id < 2**63
    assert 0 <= beacon.seconds_after <= 26 * 3600
    assert len(beacon.once) <= 120
    assert beacon.once.isascii()
    assert "\0" not in beacon.once
    assert len(beacon.via) <= 24
    assert beacon.via.isascii()
