"""The bill of materials: every package of the lock and every package of Debian, as CycloneDX 1.6 writes it down.

Source: https://cyclonedx.org/docs/1.6/json/
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from campagne.serving.supply.licences import ID, licence_of
from campagne.serving.supply.lock import Locked
from campagne.serving.supply.system import DEBIAN, DebianPackage, Needed

OURS = "campagne"
NAMESPACE = UUID("6f1c5a52-6d54-4f0e-8c7f-2f5a0b7f9a11")


def bill_of_materials(
    shipped: Mapping[str, Locked], development: Mapping[str, Locked], version: str, at: datetime | None = None
) -> str:
    """Write it as JSON. `development` is the lock with everything; what is not `shipped` gets another scope.

    The serial number follows from the contents, and the moment is left out unless it is given.
    """
    locked = {**development, **shipped}
    wanted_by = {name: {*development[name].wanted_by, *locked[name].wanted_by} for name in development}
    optional = within("django-storages", wanted_by) - shipped.keys()
    components = [
        *(_package(locked[name], _scope(name, shipped, optional)) for name in sorted(locked)),
        *(_of_debian(package) for package in DEBIAN),
    ]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            **({"timestamp": at.isoformat(timespec="seconds")} if at else {}),
            "component": {"type": "application", "bom-ref": OURS, "name": OURS, "version": version},
        },
        "components": components,
        "dependencies": _dependencies(locked, wanted_by),
    }
    serial = uuid5(NAMESPACE, json.dumps(bill, sort_keys=True))
    return json.dumps({**bill, "serialNumber": f"urn:uuid:{serial}"}, indent=2, sort_keys=True) + "\n"


def within(top: str, wanted_by: Mapping[str, Iterable[str]]) -> set[str]:
    """A package with all that is there because of it."""
    found: set[str] = set()
    more = {top} & wanted_by.keys()
    while more:
        found |= more
        more = {name for name, by in wanted_by.items() if found & {*by}} - found
    return found


def _scope(name: str, shipped: Mapping[str, Locked], optional: set[str]) -> Needed:
    if name in shipped:
        return Needed.ALWAYS
    return Needed.BY_CHOICE if name in optional else Needed.FOR_TESTS


def _package(package: Locked, scope: Needed) -> dict[str, Any]:
    """Each hash is of one file that this version comes as: the source, or a wheel for one kind of machine."""
    licence = licence_of(package.name)
    return {
        "type": "library",
        "bom-ref": _reference(package),
        "name": package.name,
        "version": package.version,
        "purl": _reference(package),
        "scope": scope.value,
        "hashes": [{"alg": "SHA-256", "content": found} for found in package.hashes],
        **({"licenses": [_licence(licence)]} if licence else {}),
    }


def _licence(licence: str) -> dict[str, Any]:
    """Declared is what the maker says; one id stands alone, more of them are an expression."""
    if ID.fullmatch(licence):
        return {"license": {"id": licence, "acknowledgement": "declared"}}
    return {"expression": licence, "acknowledgement": "declared"}


def _of_debian(package: DebianPackage) -> dict[str, Any]:
    """Its version is up to the machine, so it is left out."""
    reference = f"pkg:deb/debian/{package.name}"
    return {
        "type": "library" if package.name.startswith("lib") else "application",
        "bom-ref": reference,
        "name": package.name,
        "purl": reference,
        "scope": package.needed.value,
        "description": package.purpose,
    }


def _dependencies(locked: Mapping[str, Locked], wanted_by: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
    """Who asks for whom, of all in the lock; what pyproject.toml asks for is asked by us."""
    references = {OURS: OURS, **{name: _reference(package) for name, package in locked.items()}}
    return [
        {
            "ref": reference,
            "dependsOn": sorted(references[name] for name, by in wanted_by.items() if asker in by),
        }
        for asker, reference in sorted(references.items())
    ]


def _reference(package: Locked) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"
