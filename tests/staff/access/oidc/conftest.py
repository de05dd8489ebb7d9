"""A municipality that lets people log in, and somebody who works there and has an account of ours."""

import pytest

from campagne.staff.access.oidc.municipality import Municipality
from tests.staff.access.oidc.provider import CLIENT_ID, SECRET, SmallProvider


@pytest.fixture(scope="session")
def running_provider():
    provider = SmallProvider()
    yield provider
    provider.stop()


@pytest.fixture
def provider(running_provider):
    """As it was at the beginning: what a test spoils is good again for the next."""
    key = running_provider.key.public_key()
    fresh = {"spoilt": {}, "in_userinfo": {"sub": "een"}, "about": {}, "refuses": "", "published": key}
    for name, value in fresh.items():
        setattr(running_provider, name, value)
    running_provider.person = {"sub": "een", "email": "Els@Beek.nl", "email_verified": True}
    return running_provider


@pytest.fixture
def gemeente_beek(provider, settings) -> Municipality:
    beek = Municipality(
        id="beek",
        name="gemeente Beek",
        issuer=provider.issuer,
        client_id=CLIENT_ID,
        secret=SECRET,
        domains=frozenset({"beek.nl"}),
        is_authoritative=False,
        acr="",
    )
    settings.OIDC, settings.SITE_URL, settings.SECOND_FACTOR = [beek], "http://testserver", "required"
    return beek


@pytest.fixture
def els(gemeente_beek, editor_of_beek):
    editor_of_beek.email = "els@beek.nl"
    editor_of_beek.save()
    return editor_of_beek
