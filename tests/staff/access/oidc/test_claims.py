"""Claims are what they say and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.staff.access.oidc.claims import read_claims, refusal_of_address, showed_second_factor
from campagne.staff.access.oidc.municipality import Municipality

pytestmark = pytest.mark.once
SAID = {"iss": "https://login.beek.example", "sub": "een"}
ONE = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["mfa", "true", "els@beek.nl"])
JSON = ONE | st.lists(ONE, max_size=3) | st.dictionaries(st.text(max_size=3), ONE, max_size=2)


def municipality(**changed) -> Municipality:
    told = {"id": "beek", "name": "Beek", "issuer": SAID["iss"], "client_id": "a", "secret": "b"}
    rest = {"domains": frozenset({"beek.nl"}), "is_authoritative": False, "acr": ""}
    return Municipality(**{**told, **rest, **changed})


@given(JSON, JSON, JSON, JSON)
def test_nothing_that_is_no_claim_opens_anything(email, verified, amr, acr):
    claims = read_claims({**SAID, "email": email, "email_verified": verified, "amr": amr, "acr": acr})

    opens = refusal_of_address(claims, municipality()) is None
    assert not opens or (str(email).strip().lower().endswith("@beek.nl") and verified in (True, "true"))
    assert not showed_second_factor(claims, municipality()) or "mfa" in amr


@pytest.mark.parametrize(
    ("said", "acr", "shown"),
    [
        ({}, "", False),
        ({"amr": ["pwd"]}, "", False),
        ({"amr": ["pwd", "mfa"]}, "", True),
        ({"amr": "mfa"}, "", False),
        ({"acr": "hoog"}, "", False),
        ({"acr": "hoog"}, "hoog", True),
        ({"acr": "laag"}, "hoog", False),
    ],
)
def test_when_the_second_factor_of_a_municipality_counts(said, acr, shown):
    assert showed_second_factor(read_claims({**SAID, **said}), municipality(acr=acr)) is shown


def test_the_same_subject_at_another_issuer_is_another_person():
    elsewhere = read_claims({**SAID, "iss": "https://login.stein.example"})

    assert read_claims(SAID).key != elsewhere.key
    assert read_claims(SAID).key == read_claims({**SAID, "email": "nieuw@beek.nl"}).key
