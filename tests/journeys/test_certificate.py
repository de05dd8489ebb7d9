"""Somebody who took part makes a certificate on a tablet of the library: the name never leaves it."""

from playwright.sync_api import expect

NAME = "Truus-Geheim"


def test_the_name_on_a_certificate_is_in_no_request_and_gone_for_who_comes_next(open_page):
    tab = open_page("/meedoen/bewijs/")
    sent = []
    tab.on("request", lambda request: sent.append(f"{request.url} {request.headers} {request.post_data}"))

    tab.get_by_label("Uw naam").fill(NAME)
    expect(tab.locator("[data-show=name]")).to_have_text(NAME)
    tab.keyboard.press("Enter")
    tab.goto("/")
    tab.go_back()

    assert [request for request in sent if NAME in request] == []
    assert len(sent) > 0
    expect(tab.get_by_label("Uw naam")).to_have_value("")
    expect(tab.locator("[data-show=name]")).to_have_text("")
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
    assert tab.context.cookies() == []


def test_without_a_script_there_is_a_line_to_write_on(open_page):
    tab = open_page("/meedoen/bewijs/", javascript=False)

    assert not tab.get_by_label("Uw naam").is_visible()
    assert tab.get_by_text("Schrijf uw naam op de lijn.").is_visible()
