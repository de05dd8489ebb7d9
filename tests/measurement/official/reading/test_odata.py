"""OData in JSON, wide and long: numbers and titles come apart, and without titles nothing is taken."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.official.reading.file import read, together
from campagne.measurement.official.reading.numbers import Mark
from campagne.sheets.unreadable import Unreadable
from tests.measurement.official.tables import (
    NOISE,
    PROPERTIES,
    REGIONS,
    REPORTED,
    VICTIMS,
    as_json,
    known,
    margins,
    wide,
)

pytestmark = pytest.mark.once
ROWS = margins(Slachtoffers_132=(15.6, 15.4, 15.9), Melding_134=(None, None, None), Slachtoffers_136=(8.0, 7.9, 8.1))


def test_a_row_with_a_number_per_column():
    victims, reported = read(as_json(PROPERTIES, wide(*ROWS), REGIONS), known()).records

    assert (victims.indicator, victims.region, victims.period) == (VICTIMS, "Nederland", "2023")
    assert (victims.value, victims.low, victims.high) == (Decimal("15.6"), Decimal("15.4"), Decimal("15.9"))
    assert (reported.indicator, reported.value, reported.mark) == (REPORTED, None, Mark.UNRELIABLE)


def test_the_part_of_a_total_is_not_the_total():
    skipped = read(as_json(PROPERTIES, wide(*ROWS), REGIONS), known()).skipped

    assert ["Online criminaliteit > Fraude > Slachtoffers" in remark.text for remark in skipped] == [True]


def test_a_key_alone_says_nothing():
    reading = read(as_json(wide(*ROWS)), known())

    assert reading.records == ()
    assert "DataProperties" in reading.skipped[0].text


def test_an_area_without_its_title_is_known_by_a_code_that_is_ours_alone():
    of_limburg = [{**row, "RegioS": "PV31  "} for row in ROWS]

    assert read(as_json(PROPERTIES, wide(*of_limburg)), known()).records == ()
    assert len(read(as_json(PROPERTIES, wide(*of_limburg), REGIONS), known()).records) == 2
    assert len(read(as_json(PROPERTIES, wide(*ROWS)), known()).records) == 2


@pytest.mark.parametrize("group", ["Online criminaliteit", "Traditionele criminaliteit"])
def test_a_row_per_number(group):
    context = "https://datasets.cbs.nl/odata/v1/CBS/85472NED/$metadata#"
    row = {"Id": 1, "Measure": "M1", "ValueAttribute": "None", "RegioS": "NL01", "Perioden": "2023JJ00"}
    rows = [{**row, "Marges": "MW00000", "Value": 15.6}, {**row, "Marges": "MOG0095", "Value": 15.4}]
    rows.append({**row, "Marges": "MBG0095", "Value": 15.9})
    documents = [
        {"@odata.context": context + "Observations", "value": rows, "@odata.nextLink": "https://…"},
        {"@odata.context": context + "MeasureGroups", "value": [{"Id": "G1", "Title": group, "ParentId": None}]},
        {
            "@odata.context": context + "MeasureCodes",
            "value": [{"Identifier": "M1", "Title": "Slachtoffers", "MeasureGroupId": "G1"}],
        },
        {"@odata.context": context + "RegioSGroups", "value": [{"Id": "G1", "Title": "Landen", "ParentId": None}]},
    ]
    reading = read(as_json(*documents), known())

    found = [(each.region, each.value, each.low) for each in reading.records]
    assert found == ([("Nederland", Decimal("15.6"), Decimal("15.4"))] if group.startswith("Online") else [])
    assert any("hoort nog een bestand bij" in remark.text for remark in reading.skipped)


def test_a_table_of_the_police_says_in_a_dimension_what_is_counted():
    metadata = "https://dataderden.cbs.nl/ODataApi/OData/47024NED/$metadata#Cbs.OData.WebAPI."
    measure = {"ID": 5, "Key": "GeregistreerdeOverlast_1", "Title": "Geregistreerde overlast", "Type": "Topic"}
    kinds = [{"Key": "1.1 ", "Title": "Burengerucht"}, {"Key": "0.0 ", "Title": "Totaal registraties overlast"}]
    row = {"RegioS": "NL01", "Perioden": "2023MM04", "GeregistreerdeOverlast_1": 412}
    documents = [
        {"odata.metadata": metadata + "DataProperties", "value": [measure]},
        {"odata.metadata": metadata + "Overlast", "value": kinds},
        {"odata.metadata": metadata + "TypedDataSet", "value": [{**row, "Overlast": kind["Key"]} for kind in kinds]},
    ]
    (record,) = read(as_json(*documents), known()).records

    assert (record.indicator, record.period, record.value) == (NOISE, "2023-04", Decimal(412))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b'{"value": [', "niet heel", id="broken off"),
        pytest.param(b"[" * 100_000, "niet heel", id="a tower"),
        pytest.param(b"[" * 500_000, "te veel onderdelen", id="a high tower"),
        pytest.param(b'{"value": [' + b"{}," * 450_000 + b"{}]}", "te veel onderdelen", id="too many rows"),
        pytest.param(b'{"value": [{"a": NaN}]}', "niet heel", id="no number"),
        pytest.param(b'{"value": [1, 2]}', "iets anders dan rijen", id="no rows"),
        pytest.param(b'{"a": 1}', "geen rijen", id="something else"),
        pytest.param(b"{}", "geen rijen", id="nothing"),
        pytest.param(b'{"value": "x"}', "geen rijen", id="a text"),
        pytest.param(b"[]", "geen rijen", id="an empty list"),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(content, why):
    with pytest.raises(Unreadable, match=why):
        read(content, known())


def test_groups_that_stand_in_each_other_end():
    groups = [{"ID": 1, "Title": "A", "Type": "TopicGroup", "ParentID": 2, "Key": ""}]
    groups.append({"ID": 2, "Title": "B", "Type": "TopicGroup", "ParentID": 1, "Key": ""})
    topic = {"ID": 3, "Title": "C", "Type": "Topic", "ParentID": 1, "Key": "Slachtoffers_132"}

    reading = read(as_json({"odata.metadata": "#DataProperties", "value": [topic, *groups]}, wide(*ROWS)), known())
    assert reading.records == ()


def test_a_huge_number_is_no_figure():
    (row,) = margins(Slachtoffers_132=(1, 1, 1))[:1]
    content = as_json(PROPERTIES, wide(row)).replace(b'"Slachtoffers_132": 1', b'"Slachtoffers_132": 1e999999')

    assert "geen getal" in read(content, known()).wrong[0].text


def test_several_files_are_one_table_when_they_are_json():
    reading = read(together([as_json(PROPERTIES), b"\xef\xbb\xbf" + as_json(wide(*ROWS)), as_json(REGIONS)]), known())

    assert len(reading.records) == 2
    with pytest.raises(Unreadable, match="kan alleen met JSON"):
        together([as_json(PROPERTIES), b"regio;periode"])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["ID", "Key", "Title", "Type", "ParentID", "RegioS", "Perioden", "Slachtoffers_132", "Measure"])


@given(st.lists(st.dictionaries(KEYS | st.just("Value"), VALUES, max_size=6), max_size=4))
def test_no_document_breaks_it(rows):
    with suppress(Unreadable):
        read(as_json({"value": rows}, PROPERTIES), known())
