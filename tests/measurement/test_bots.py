"""Programs are kept out, people are not: measured on public lists of names."""

import json
from importlib.resources import files

import crawleruseragents
import pytest

from campagne.measurement.bots import forgets_manners, is_program, names_itself_program

CHROME = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"
)


def share_refused(names):
    return sum(map(names_itself_program, names)) / len(names)


def test_at_least_85_of_100_programs_are_found():
    names = [name for kind in crawleruseragents.CRAWLER_USER_AGENTS_DATA for name in kind["instances"]]

    assert len(names) > 1000
    assert share_refused(names) >= 0.85


def test_at_most_2_of_1000_people_are_refused():
    lines = files("fake_useragent").joinpath("data/browsers.jsonl").read_text().splitlines()
    names = [json.loads(line)["useragent"].strip('"') for line in lines]

    assert len(names) > 1000
    assert share_refused(names) <= 0.002


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        pytest.param("", True, id="no name"),
        pytest.param("curl/8.5.0", True, id="a command"),
        pytest.param("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True, id="a crawler"),
        pytest.param(CHROME.replace("Chrome", "HeadlessChrome"), True, id="a browser without a window"),
        pytest.param("Mozilla/5.0 " + "x" * 600, True, id="a name that is too long"),
        pytest.param(CHROME, False, id="a telephone"),
        pytest.param(CHROME.replace("; K", "; CUBOT NOTE 20"), False, id="a telephone with an unlucky name"),
        pytest.param(f"{CHROME} [LinkedInApp]/9.31", False, id="inside an app"),
        pytest.param(f"{CHROME} Snapchat/13.2 (like Safari/8)", False, id="inside the app of the young"),
    ],
)
def test_a_program_says_so_in_its_name(name, is_one):
    assert names_itself_program(name) is is_one


@pytest.mark.parametrize(
    ("headers", "is_secure", "forgets"),
    [
        pytest.param({"Accept-Language": "nl"}, False, False, id="over plain http nothing more is sent"),
        pytest.param({}, False, True, id="no language"),
        pytest.param({"Accept-Language": "nl"}, True, True, id="secure, and does not say where from"),
        pytest.param({"Accept-Language": "nl", "Sec-Fetch-Site": "same-origin"}, True, False, id="says where from"),
    ],
)
def test_a_browser_sends_what_browsers_send(headers, is_secure, forgets):
    headers = {"User-Agent": CHROME, **headers}

    assert forgets_manners(headers, is_secure=is_secure) is forgets
    assert is_program(headers, is_secure=is_secure) is forgets


def test_an_old_browser_need_not_say_where_from():
    old = {"User-Agent": CHROME.replace("141", "69"), "Accept-Language": "nl"}

    assert not is_program(old, is_secure=True)
