"""The bill of materials is CycloneDX, names exactly what is locked, and is the same from the same lock."""

import json
import re
from datetime import UTC, datetime

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from django.conf import settings
from django.core.management import call_command

from campagne.serving.supply.bill import bill_of_materials
from campagne.serving.supply.licences import licence_of
from campagne.serving.supply.lock import both_locks

pytestmark = pytest.mark.once
NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def locks():
    return both_locks(settings.BASE_DIR)


@pytest.fixture(scope="module")
def written(locks) -> str:
    return bill_of_materials(*locks, version="0.1.0")


@pytest.fixture(scope="module")
def bill(written) -> dict:
    return json.loads(written)


@pytest.mark.parametrize("at", [None, NOON])
def test_the_schema_of_cyclonedx_accepts_it(locks, at):
    text = bill_of_materials(*locks, version="0.1.0", at=at)

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_schema_would_refuse_another(written):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written.replace('"SHA-256"', '"SHA-257"')) is not None


def test_it_names_exactly_what_is_locked(locks, bill):
    shipped, development = locks
    packages = {one["name"]: one for one in bill["components"] if one["purl"].startswith("pkg:pypi/")}

    assert packages.keys() == development.keys()
    for name, package in development.items():
        one = packages[name]
        assert (one["version"], one["purl"]) == (package.version, f"pkg:pypi/{name}@{package.version}")
        assert [found["content"] for found in one["hashes"]] == list(package.hashes)
        told = one["licenses"][0]
        assert told.get("expression") or told["license"]["id"] == licence_of(name)
        assert (one["scope"] == "required") is (name in shipped)


def test_what_comes_by_choice_is_no_tool_of_ours(bill):
    scopes = {one["name"]: one["scope"] for one in bill["components"]}

    assert (scopes["django"], scopes["boto3"], scopes["pytest"]) == ("required", "optional", "excluded")


def test_it_tells_who_asks_for_whom(bill):
    asks = {one["ref"].split("@")[0]: " ".join(one["dependsOn"]) for one in bill["dependencies"]}

    assert {"/wagtail@", "/pytest@"} <= set(re.findall(r"/\w+@", asks["campagne"]))
    assert "django-treebeard@" in asks["pkg:pypi/wagtail"]
    assert "django-treebeard@" not in asks["campagne"]


def test_the_same_lock_gives_the_same_bytes_and_another_lock_another_number(locks, written, bill):
    shipped, development = locks
    less = {name: package for name, package in development.items() if name != "pytest"}

    assert bill_of_materials(*locks, version="0.1.0") == written
    assert json.loads(bill_of_materials(shipped, less, version="0.1.0"))["serialNumber"] != bill["serialNumber"]
    assert "timestamp" not in bill["metadata"]


def test_the_command_writes_it(capsys, written):
    call_command("sbom")

    assert capsys.readouterr().out == written


def test_the_command_dates_it_when_asked(capsys):
    call_command("sbom", dated=True)

    assert json.loads(capsys.readouterr().out)["metadata"]["timestamp"]
