"""Tables as they come, small enough to read, and what we know before we read them. No database."""

import json
from datetime import date
from pathlib import Path

import campagne.demo
from campagne.measurement.official import shipped
from campagne.measurement.official.reading.known import Known, KnownIndicator, KnownRegion, path_of

SAMPLE = Path(campagne.demo.__file__).parent / "cbs_85472NED_sample.csv"
VICTIMS, REPORTED, COMPLAINED = (told.slug for told in shipped.INDICATORS[:3])
NOISE = "meldingen-burengerucht"
TODAY = date(2026, 11, 30)
HEAD = "regio;marge;periode;totaal_slachtoffers_pct;melding_pct_slachtoffers;aangifte_pct_slachtoffers"
STATLINE = """"Slachtofferschap online criminaliteit; regio"
"Onderwerp";"";"";"Online criminaliteit";"";"";"Fraude"
"Onderwerp";"";"";"Slachtoffers";"Melding (% slachtoffers)";"Aangifte (% slachtoffers)";"Slachtoffers"
"Regio's";"Marges";"Perioden";"%";"%";"%";"%"
"Nederland";"Waarde";"2023";"15,6";"46,2";"17,0";"8,0"
"Nederland";"Ondergrens 95%-interval";"2023";"15,4";"45,3";"16,3";"7,9"
"Nederland";"Bovengrens 95%-interval";"2023";"15,9";"47,0";"17,6";"8,1"
"Limburg (PV)";"Waarde";"2023*";"16,0";".";"";"8,0"
"Maastricht";"Waarde";"2023";"16,0";".";"";"8,0"
"Bron: CBS"
"""
METADATA = "https://opendata.cbs.nl/ODataApi/OData/85472NED/$metadata#Cbs.OData.WebAPI."
PROPERTIES = {
    "odata.metadata": METADATA + "DataProperties",
    "value": [
        {"ID": 0, "Key": "RegioS", "Title": "Regio's", "Type": "GeoDimension", "ParentID": None},
        {"ID": 9, "Key": "", "Title": "Online criminaliteit", "Type": "TopicGroup", "ParentID": None},
        {"ID": 10, "Key": "Slachtoffers_132", "Title": "Slachtoffers", "Type": "Topic", "ParentID": 9},
        {"ID": 11, "Key": "Melding_134", "Title": "Melding", "Type": "Topic", "ParentID": 9},
        {"ID": 12, "Key": "Fraude", "Title": "Fraude", "Type": "TopicGroup", "ParentID": 9},
        {"ID": 13, "Key": "Slachtoffers_136", "Title": "Slachtoffers", "Type": "Topic", "ParentID": 12},
    ],
}
REGIONS = {
    "odata.metadata": METADATA + "RegioS",
    "value": [{"Key": "NL01  ", "Title": "Nederland"}, {"Key": "PV31  ", "Title": "Limburg (PV)"}],
}


def known(**more) -> Known:
    """What is shipped, as readers know it; `more` columns by the slug of an indicator with underscores."""
    indicators = [
        KnownIndicator(
            told.slug,
            told.name,
            told.table,
            tuple(map(path_of, (*told.columns, *more.get(told.slug.replace("-", "_"), ())))),
            is_percentage=told.unit == "percent",
            is_count=told.unit == "number",
            first_year=told.first_year,
        )
        for told in shipped.INDICATORS
    ]
    return Known(indicators, [KnownRegion(told.name, told.level, told.code or "") for told in shipped.REGIONS], TODAY)


def compact(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows]).encode()


def wide(*rows: dict) -> dict:
    """A document of OData version 3: `wide({"RegioS": "NL01", …, "Slachtoffers_132": 15.6})`."""
    numbered = [{"ID": number, **row} for number, row in enumerate(rows)]
    return {"odata.metadata": METADATA + "TypedDataSet", "value": numbered}


def margins(**columns) -> list[dict]:
    """The three rows of one figure: `margins(Slachtoffers_132=(15.6, 15.4, 15.9))`."""
    codes = ("MW00000", "MOG0095", "MBG0095")
    of_whom = {"RegioS": "NL01  ", "Perioden": "2023JJ00"}
    return [
        {"Marges": code, **of_whom, **{name: numbers[at] for name, numbers in columns.items()}}
        for at, code in enumerate(codes)
    ]


def as_json(*documents: dict) -> bytes:
    return json.dumps(list(documents) if len(documents) > 1 else documents[0]).encode()
