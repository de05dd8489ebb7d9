import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.estimates import Estimate, share_of
from campagne.figures.verdicts import (
    ATTENTION,
    INTENTION,
    LADDER,
    OUTCOME,
    REACH,
    RULES,
    STEP,
    UNDERSTANDING,
    Verdict,
    check_words,
    compare,
    conclusion,
    judge,
)

pytestmark = pytest.mark.once

ALLOWED = {
    "hoger",
    "lager",
    "geen verschil aangetoond",
    "we weten het nog niet",
    "te weinig gegevens",
    "nog niet ingevoerd",
}
SHARES = st.none() | st.integers(1, 500).flatmap(
    lambda trials: st.builds(share_of, st.integers(0, trials), st.just(trials))
)


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        pytest.param(share_of(56, 70), share_of(48, 80), Verdict.HIGHER, id="the interval lies above 0"),
        pytest.param(share_of(48, 80), share_of(56, 70), Verdict.LOWER, id="the interval lies below 0"),
        pytest.param(share_of(150, 250), share_of(140, 250), Verdict.NO_DIFFERENCE, id="0 lies within"),
        pytest.param(share_of(20, 35), share_of(17, 35), Verdict.NOT_YET_KNOWN, id="anything still lies within"),
        pytest.param(share_of(29, 29), share_of(0, 500), Verdict.TOO_LITTLE, id="29 people prove nothing"),
        pytest.param(share_of(30, 30), share_of(0, 500), Verdict.HIGHER, id="30 people may"),
        pytest.param(None, share_of(48, 80), Verdict.NOT_ENTERED, id="ours is missing"),
        pytest.param(share_of(48, 80), None, Verdict.NOT_ENTERED, id="theirs is missing"),
        pytest.param(None, None, Verdict.NOT_ENTERED, id="both are missing"),
    ],
)
def test_a_comparison_gives_the_verdict_that_its_interval_allows(ours, theirs, verdict):
    assert compare(ours, theirs) is verdict


@given(SHARES, SHARES)
def test_no_comparison_gives_a_verdict_outside_the_table(ours, theirs):
    assert str(compare(ours, theirs)) in ALLOWED


@given(SHARES, SHARES)
def test_a_direction_is_only_given_when_the_interval_excludes_0_and_turns_with_the_sides(ours, theirs):
    verdict = compare(ours, theirs)

    opposite = {Verdict.HIGHER: Verdict.LOWER, Verdict.LOWER: Verdict.HIGHER}
    assert compare(theirs, ours) is opposite.get(verdict, verdict)
    assert verdict.has_direction == (verdict in opposite)
    if verdict.has_direction:
        assert not theirs.low <= ours.value <= theirs.high or not ours.low <= theirs.value <= ours.high


def test_the_table_holds_every_allowed_verdict_once_with_its_condition():
    assert {str(rule.verdict) for rule in RULES} == ALLOWED == {str(verdict) for verdict in Verdict}
    assert len({rule.condition for rule in RULES}) == len(RULES) == len(ALLOWED)


def test_a_difference_of_the_same_people_is_judged_by_the_same_table():
    assert judge(Estimate(0.0046, 0.0621, 0.1186, 161)) is Verdict.HIGHER
    assert judge(Estimate(-0.02, 0.0621, 0.1186, 161)) is Verdict.NO_DIFFERENCE


def test_touching_0_is_not_excluding_0():
    assert judge(Estimate(0.0, 0.1, 0.19, 400)) is Verdict.NO_DIFFERENCE


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        pytest.param(Verdict.HIGHER, "Gelezen: hoger dan de maand ervoor.", id="a direction needs a reference"),
        pytest.param(Verdict.NO_DIFFERENCE, "Gelezen: geen verschil aangetoond.", id="no direction"),
        pytest.param(Verdict.NOT_ENTERED, "Gelezen: nog niet ingevoerd.", id="missing"),
    ],
)
def test_a_conclusion_is_a_sentence_around_a_verdict(verdict, sentence):
    assert conclusion("Gelezen", verdict, rung=ATTENTION, reference="de maand ervoor") == sentence


@given(st.text())
def test_no_other_verdict_can_be_printed(words):
    if words not in ALLOWED:
        with pytest.raises(ValueError, match="not a valid Verdict"):
            conclusion("Gelezen", words, rung=ATTENTION, reference="de maand ervoor")


@pytest.mark.parametrize(
    "claim",
    [
        "bereidheid",
        "De meldingsbereidheid",
        "Aangiftebereidheid van senioren",
        "BEREIDHEID",
        "meldings\u00adbereid\u00adheid",
        "Mensen zijn bereid",
        "Meldingen bij de politie",
        "Aangiften via internet",
        "Effect van de campagne",
        "Gedragsverandering",
        "Bewustzijn",
        "Een significant verschil",
    ],
)
def test_clicks_never_lead_to_willingness_reports_or_effect(claim):
    with pytest.raises(ValueError, match="says more than rung 5"):
        conclusion(claim, Verdict.HIGHER, rung=STEP, reference="vorige maand")
    with pytest.raises(ValueError, match="says more than rung 5"):
        conclusion("Klikken", Verdict.HIGHER, rung=STEP, reference=claim)


@pytest.mark.parametrize(
    "name",
    [
        "Klikken op een meldpunt",
        "Klikken op Meld Misdaad Anoniem",
        "Voorbereid op een aangifte",
        "Geprinte kaarten",
    ],
)
def test_what_was_really_counted_may_be_named(name):
    check_words(name, rung=STEP)


@pytest.mark.parametrize("rung", LADDER, ids=lambda rung: rung.name)
def test_only_the_official_figure_may_speak_of_willingness(rung):
    if rung is OUTCOME:
        check_words("Aangiftebereidheid", rung=rung)
    else:
        with pytest.raises(ValueError, match="Aangiftebereidheid"):
            check_words("Aangiftebereidheid", rung=rung)


def test_the_ladder_has_six_rungs_that_each_say_what_they_do_not_say():
    assert LADDER == (REACH, ATTENTION, UNDERSTANDING, INTENTION, STEP, OUTCOME)
    assert [rung.number for rung in LADDER] == [1, 2, 3, 4, 5, 6]
    assert len({rung.caveat for rung in LADDER}) == 6
    assert STEP.caveat == "Een klik op een meldpunt is geen melding."


@pytest.mark.parametrize("rung", LADDER, ids=lambda rung: rung.name)
def test_no_verdict_is_itself_forbidden(rung):
    for verdict in Verdict:
        check_words(verdict, rung=rung)
