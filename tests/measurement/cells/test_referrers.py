"""Where somebody came from becomes a name of a short list, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.cells.referrers import BY_DOMAIN, LONGEST_HOST, OTHER, REFERRERS, UNKNOWN, name_of


@pytest.mark.parametrize(
    ("host", "name"),
    [
        pytest.param("www.google.nl", "Google", id="a search engine"),
        pytest.param("com.google.android.googlequicksearchbox", "Google", id="an app that names itself"),
        pytest.param("l.facebook.com", "Facebook", id="a part of a domain that is on the list"),
        pytest.param("WWW.Politie.NL", "politie.nl", id="capitals"),
        pytest.param("www.politie.nl:443", "politie.nl", id="with a port"),
        pytest.param("www.politie.nl.", "politie.nl", id="with a dot at the end"),
        pytest.param("www.samenveiligrondomchemelot.nl", "chemelot.nl", id="two sites under one name"),
        pytest.param("nepolitie.nl", OTHER, id="ends in the same letters"),
        pytest.param("politie.nl.example.com", OTHER, id="begins as the police"),
        pytest.param("nl", OTHER, id="a part of what is on the list"),
        pytest.param("", UNKNOWN, id="nothing was told"),
        pytest.param("veilig.example", "", id="our own"),
        pytest.param("Veilig.Example", "", id="our own in capitals"),
    ],
)
def test_a_host_has_a_name(host, name):
    assert name_of(host, "veilig.example") == name


@pytest.mark.parametrize("domain", BY_DOMAIN)
def test_every_domain_on_the_list_is_found_and_fits(domain):
    assert name_of(f"www.{domain}") == BY_DOMAIN[domain]
    assert len(BY_DOMAIN[domain]) <= 24
    assert len(domain) <= LONGEST_HOST


@given(st.text())
def test_whatever_is_told_only_a_name_of_the_list_comes_back(host):
    assert name_of(host, "onze.example") in {"", *REFERRERS}
