"""Read it or refuse it: nothing half-read goes further."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.cells.referrers import REFERRERS
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
    view = Beacon(Event.VIEW, 12, 40, 0, "abcDEF-_12345678", "k3v9k3v9k3v9", True, 0, referrer="onbekend")

    assert parse_beacon(told()) == view


@pytest.mark.parametrize(
    ("is_entry", "via"),
    [
        pytest.param(True, "bieb-stein", id="somebody comes in"),
        pytest.param(False, "", id="from one page of ours to another there is no entrance"),
    ],
)
@pytest.mark.parametrize("message", [VIEW, {**VIEW, "kind": "read"}, REPORT], ids=["view", "read", "act"])
def test_it_may_say_along_which_entrance(message, is_entry, via):
    body = json.dumps({**message, "entry": is_entry, "via": "bieb-stein"}).encode()

    assert parse_beacon(body).via == via


@pytest.mark.parametrize("is_entry", [True, False])
@pytest.mark.parametrize("kind", ["view", "read"])
def test_what_somebody_chose_counts_also_from_one_page_of_ours_to_another(kind, is_entry):
    assert parse_beacon(told(kind=kind, entry=is_entry, via="voor-senioren")).via == "voor-senioren"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        pytest.param({"from": "www.google.nl"}, "Google", id="on the list"),
        pytest.param({"from": "geheim.example.com"}, "overig", id="not on the list"),
        pytest.param({"from": "<b>'; DROP"}, "overig", id="no host"),
        pytest.param({"from": "ｇｏｏｇｌｅ.nl"}, "overig", id="wide letters"),
        pytest.param({"from": "x" * 200}, "overig", id="longer than the tracker sends"),
        pytest.param({"from": "onze.site:8000"}, "", id="our own"),
        pytest.param({"from": ""}, "onbekend", id="nothing"),
        pytest.param({}, "onbekend", id="a browser that has the tracker of before"),
        pytest.param({"from": "www.google.nl", "entry": False}, "", id="nobody came in"),
    ],
)
def test_of_where_somebody_came_from_only_a_name_goes_further(change, name):
    beacon = parse_beacon(told(**change), "onze.site:8000")

    assert beacon.referrer == name
    assert change.get("from") in (None, "") or change["from"] not in repr(beacon)


def test_the_longest_message_there_can_be_is_taken():
    longest = {
        **REPORT,
        "page": 2**63 - 1,
        "revision": 2**63 - 1,
        "step": 999,
        "nonce": "9" * 32,
        "entry": False,
        "after": 93_600,
        "subject": "x" * 50,
        "via": "voor-" + "x" * 50,
        "from": "x" * 60,
    }
    body = json.dumps(longest, separators=(",", ":")).encode()

    assert len(body) <= MAX_BYTES
    assert parse_beacon(body).via == longest["via"]


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
        pytest.param(told(via="voor-" + "x" * 51), id="a long choice"),
        pytest.param(told(via="voor-senioren\n"), id="a choice with a line end"),
        pytest.param(told(**{"from": 7}), id="from a number"),
        pytest.param(told(**{"from": None}), id="from null"),
        pytest.param(told(**{"from": ["google.nl"]}), id="from a list"),
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


@given(st.dictionaries(st.sampled_from([*TYPES, "act", "subject", "via", "from"]), anything))
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
    assert len(beacon.via) <= 55
    assert beacon.via.isascii()
    assert beacon.referrer in {"", *REFERRERS}
