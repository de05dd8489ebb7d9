"""The public addresses are stable: people print them on posters."""

import urllib.error
import urllib.request

import pytest

STABLE = [
    "/",
    "/voor/senioren/",
    "/voor/jongeren/",
    "/voor/laaggeletterden/",
    "/voor/ondernemers/",
    "/themas/cybercrime/",
    "/themas/ondermijning/",
    "/themas/sociale-kwaliteit/",
    "/themas/externe-veiligheid/",
    "/campagnes/",
    "/modules/klik-en-tik-veilig-online/",
    "/modules/klik-en-tik-veilig-online/stap/1/",
    "/modules/reboot/",
    "/modules/chemelot-wat-doe-je/",
    "/quiz/",
    "/quiz/waar-meld-ik-dit/",
    "/artikelen/",
    "/instructies/",
    "/gemeenten/stein/",
    "/gemeenten/beek/",
    "/gemeenten/sittard-geleen/",
    "/melden/",
    "/zoeken/",
    "/wat-we-meten/",
    "/toegankelijkheid/",
    "/privacy/",
    "/.well-known/security.txt",
    "/sitemap.xml",
    "/robots.txt",
    "/-/live",
    "/-/ready",
    "/beheer/login/",
]


@pytest.mark.parametrize("address", STABLE)
def test_an_address_answers(site, address):
    with urllib.request.urlopen(site.url + address, timeout=20) as answer:
        assert answer.status == 200


def test_the_beacon_takes_posts_only(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{site.url}/m", timeout=20)

    assert refused.value.code == 405


def test_every_static_file_has_a_hash_and_a_long_life(site, open_page):
    tab = open_page("/")
    files = tab.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    static = [name for name in files if "/static/" in name]

    assert static
    for name in static:
        with urllib.request.urlopen(name, timeout=20) as answer:
            assert "max-age=315360000" in answer.headers["Cache-Control"], name
