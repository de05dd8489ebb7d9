"""How staff come in."""

from playwright.sync_api import Page

from tests.running_site import RunningSite


def log_in(tab: Page, site: RunningSite, username: str) -> None:
    """Log in at /beheer/ with the password that the demo printed once."""
    tab.goto("/beheer/login/")
    tab.fill("[name=username]", username)
    tab.fill("[name=password]", site.passwords[username])
    tab.click("button[type=submit]")
    tab.wait_for_url("**/beheer/")
