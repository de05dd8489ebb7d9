"""Database, cache and uploads are each one address; a wrong one is refused with what to do."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from campagne import backing

pytestmark = pytest.mark.once


def test_sqlite_is_set_so_that_it_loses_nothing():
    settings = backing.database("sqlite:////srv/campagne/database.sqlite3")

    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in settings["OPTIONS"]["init_command"]
    assert (settings["CONN_MAX_AGE"], settings["CONN_HEALTH_CHECKS"]) == (60, True)


def test_an_option_in_the_address_of_postgresql_wins():
    settings = backing.database("postgres://someone@db/campagne?sslmode=require&connect_timeout=9")

    assert (settings["OPTIONS"]["sslmode"], int(settings["OPTIONS"]["connect_timeout"])) == ("require", 9)
    assert settings["OPTIONS"]["tcp_user_timeout"] == 2500


@pytest.mark.parametrize(
    ("setting", "address", "words"),
    [
        pytest.param(backing.database, "mysql://someone@db/campagne", "'mysql'; verwacht", id="another database"),
        pytest.param(backing.uploads, "https://bucket.example", "verwacht: leeg, of s3://", id="no bucket"),
        pytest.param(backing.uploads, "s3://", "verwacht: leeg, of s3://", id="a bucket without a name"),
    ],
)
def test_an_address_we_do_not_know_is_refused(setting, address, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        setting(address)


def test_a_bucket_without_its_packages_says_what_to_install(monkeypatch):
    monkeypatch.setattr(backing, "S3_PACKAGES", ("storages", "a_package_that_is_not_there"))

    with pytest.raises(ImproperlyConfigured, match=r"mist: a_package_that_is_not_there. .*django-storages\[s3\]"):
        backing.uploads("s3://uploads")
