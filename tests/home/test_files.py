"""What robots and researchers ask for at fixed addresses."""

from datetime import UTC, datetime, timedelta

import pytest

from home.models import SiteSettings

SITE = "https://weerbaar.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_URL = SITE
    settings.ALLOWED_HOSTS = ["weerbaar.example", "www.weerbaar.example"]


@pytest.fixture
def ask(client, home):
    """Ask as somebody who knows us by another of our names."""
    return lambda path: client.get(path, headers={"host": "www.weerbaar.example"})


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_security_txt_is_not_there_until_somebody_is_named(ask):
    assert ask("/.well-known/security.txt").status_code == 404


def test_security_txt_says_what_rfc_9116_asks(ask):
    SiteSettings.objects.update(security_email="beveiliging@weerbaar.example")

    answer = ask("/.well-known/security.txt")
    told = fields(answer.content.decode())

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert told["Contact"] == "mailto:beveiliging@weerbaar.example"
    assert told["Canonical"] == f"{SITE}/.well-known/security.txt"
    assert told["Preferred-Languages"] == "nl, en"
    now, until = datetime.now(UTC), datetime.fromisoformat(told["Expires"])
    assert now + timedelta(days=30) < until < now + timedelta(days=365)


def test_robots_are_kept_from_the_admin_and_from_addresses_of_one_reader(ask):
    text = ask("/robots.txt").content.decode()

    assert f"Sitemap: {SITE}/sitemap.xml" in text
    for path in ("/beheer/", "/zoeken/?", "/quiz/*/*/", "/nuttig/"):
        assert f"Disallow: {path}\n" in text
