"""Names in the demo's files must be told somewhere."""

from dataclasses import replace

import pytest

from campagne.demo.blocks import CallNow, Drawn
from campagne.demo.entry import BadEntry
from campagne.demo.references import check_references


def with_page(catalogue, **changes):
    first, *rest = catalogue.pages
    return replace(catalogue, pages=(replace(first, **changes), *rest))


def test_the_files_of_the_demo_fit_together(catalogue):
    check_references(catalogue)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param({"theme": "nergens"}, "theme: gevonden 'nergens', verwacht een van cybercrime", id="theme"),
        pytest.param({"groups": ("jongeren", "katten")}, "groups: gevonden 'katten'", id="group"),
        pytest.param({"drawing": "zonsondergang"}, "drawing: gevonden 'zonsondergang'", id="drawing"),
        pytest.param({"municipality": "maastricht"}, "municipality: gevonden 'maastricht'", id="municipality"),
        pytest.param({"next_step": (CallNow("911", "now", ""),)}, "channel: gevonden '911'", id="report channel"),
        pytest.param({"body": (Drawn("zonsondergang"),)}, "picture: gevonden 'zonsondergang'", id="picture in a text"),
    ],
)
def test_a_name_that_nothing_answers_to_is_refused(catalogue, changes, sentence):
    with pytest.raises(BadEntry) as refusal:
        check_references(with_page(catalogue, **changes))

    assert sentence in str(refusal.value)


def test_an_evaluation_is_about_a_campaign(catalogue):
    first, *rest = catalogue.evaluations
    lesson = replace(first, campaign="reboot")

    with pytest.raises(BadEntry, match="campaign: gevonden 'reboot'"):
        check_references(replace(catalogue, evaluations=(lesson, *rest)))


def test_a_name_told_twice_is_refused(catalogue):
    doubled = replace(catalogue, contacts=(*catalogue.contacts, catalogue.contacts[0]))

    with pytest.raises(BadEntry, match="elke naam één keer"):
        check_references(doubled)
