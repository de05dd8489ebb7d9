"""How staff come in."""

from playwright.sync_api import Locator, Page, expect

from tests.running_site import RunningSite

_was_in: dict[tuple[str, str], list] = {}


def log_in(tab: Page, site: RunningSite, username: str) -> None:
    """Log in at /beheer/ with the password that the demo printed once; later on, be in still, as on one's own desk."""
    who = (site.url, username)
    tab.context.add_cookies(_was_in.get(who, []))
    tab.goto("/beheer/login/")
    if "login" in tab.url:
        tab.fill("[name=username]", username)
        tab.fill("[name=password]", site.passwords[username])
        tab.click("button[type=submit]")
        tab.wait_for_url("**/beheer/")
    _was_in[who] = tab.context.cookies()


def type_day(field: Locator, day: str) -> None:
    """Type a day, and press beside the calendar that opens a moment after the field is entered."""
    calendars = field.page.locator(".xdsoft_datetimepicker:visible")
    field.fill(day)
    expect(calendars).to_have_count(1)
    field.blur()
    field.page.locator("body").dispatch_event("mousedown")
    expect(calendars).to_have_count(0)
