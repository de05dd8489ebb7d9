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
    "/instructies/bankhelpdeskfraude/makkelijk/",
    "/instructies/bankhelpdeskfraude/print/",
    "/instructies/bankhelpdeskfraude/kaart/",
    "/instructies/bankhelpdeskfraude/poster/",
    "/instructies/chemelot-incident/kaart/",
    "/instructies/chemelot-incident/en/kaart/",
    "/quiz/waar-meld-ik-dit/print/",
    "/gemeenten/stein/",
    "/gemeenten/beek/",
    "/gemeenten/sittard-geleen/",
    "/melden/",
    "/activiteiten/",
    "/activiteiten/agenda.ics",
    "/activiteiten/stein/",
    "/activiteiten/klik-tik-samen-veilig-online/",
    "/activiteiten/klik-tik-samen-veilig-online/agenda.ics",
    "/melden/meldpunten/",
    "/melden/soort/geld/",
    "/melden/bank-belt/",
    "/melden/bank-belt/ja/",
    "/melden/chantage/jongere/nee/",
    "/actieplan/",
    "/actieplan/zzp/",
    "/actieplan/winkel/",
    "/actieplan/horeca/",
    "/actieplan/praktijk/",
    "/actieplan/vereniging/",
    "/nu/",
    "/nu/en/",
    "/nu/de/",
    "/nu/atom.xml",
    "/nu/cap.xml",
    "/nu/nu.json",
    "/nu/kaart/",
    "/meedoen/",
    "/begeleiden/",
    "/zoeken/",
    "/cijfers/",
    "/wat-we-meten/",
    "/q/bieb-stein/",
    "/toegankelijkheid/",
    "/privacy/",
    "/bewaren/",
    "/offline/",
    "/sw.js",
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


def test_where_a_group_is_is_told_before_anything_else_of_the_site(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{site.url}/meedoen/stand/ABCDEFGH2345", timeout=20)

    assert (refused.value.code, refused.value.headers["Cache-Control"]) == (404, "no-cache")
    assert "Permissions-Policy" not in refused.value.headers, "a layer of Django answered"


def test_every_static_file_has_a_hash_and_a_long_life(site, open_page):
    tab = open_page("/")
    files = tab.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    static = [name for name in files if "/static/" in name]

    assert static
    for name in static:
        with urllib.request.urlopen(name, timeout=20) as answer:
            assert "max-age=315360000" in answer.headers["Cache-Control"], name
