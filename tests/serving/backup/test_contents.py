"""The settings that a backup keeps make the same installation elsewhere, and open no door to whoever finds it."""

import pytest

from campagne.serving.backup.contents import LEFT_OUT, settings_text

pytestmark = pytest.mark.once
ENVIRONMENT = {
    "SECRET_KEY": "lang en geheim",
    "OIDC": "beek",
    "OIDC_BEEK_NAME": "gemeente Beek",
    "OIDC_BEEK_SECRET": "ook geheim",
    "LANG": "nl",
}


def test_an_encrypted_backup_keeps_every_setting_also_of_each_municipality():
    assert settings_text(ENVIRONMENT, with_secrets=True).splitlines() == [
        "SECRET_KEY=lang en geheim",
        "OIDC=beek",
        "OIDC_BEEK_NAME=gemeente Beek",
        "OIDC_BEEK_SECRET=ook geheim",
    ]


def test_one_that_anybody_can_read_names_the_secrets_it_leaves_out():
    assert settings_text(ENVIRONMENT, with_secrets=False).splitlines() == [
        f"{LEFT_OUT}: SECRET_KEY",
        "OIDC=beek",
        "OIDC_BEEK_NAME=gemeente Beek",
        f"{LEFT_OUT}: OIDC_BEEK_SECRET",
    ]
