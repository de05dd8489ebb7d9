"""Under which licence a package comes, and whether we may ship it. What is accepted stands in `licences.toml`."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import cast

POLICY = tomllib.loads((Path(__file__).parent / "licences.toml").read_text())
ACCEPTED = frozenset(POLICY["accepted"])
SETTLED: dict[str, str] = POLICY["settled"]
WHERE = "campagne/serving/supply/licences.toml"
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
CLASSIFIER = "License :: "
# What is said in words of before SPDX, as far as the words leave no doubt ("BSD License" could be two).
WORDS = {
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def licence_of(name: str) -> str | None:
    """The licence of an installed package as SPDX writes it; None if it is not installed, or not clear."""
    try:
        told = cast(Message, metadata(name))  # Which it is; its protocol says less.
    except PackageNotFoundError:
        return None
    return stated(told) or SETTLED.get(name)


def stated(told: Message) -> str | None:
    """What a package says of itself, if only one thing can be meant."""
    if expression := told.get("License-Expression"):
        return str(expression)
    words = str(told.get("License", "")).strip()
    if words in ACCEPTED or words in WORDS:
        return WORDS.get(words, words)
    kinds = [kind.split(" :: ")[-1] for kind in told.get_all("Classifier", []) if kind.startswith(CLASSIFIER)]
    return WORDS.get(kinds[0]) if len(kinds) == 1 else None


def may_ship(expression: str) -> bool:
    """Whether all of one of the alternatives are accepted; False for what is not plain `A OR B AND C`."""
    return any(all(part in ACCEPTED for part in parts) for parts in _alternatives(expression))


def _alternatives(expression: str) -> list[list[str]]:
    """`AND` binds more tightly than `OR`; brackets and exceptions are left to people."""
    alternatives = [either.split(" AND ") for either in expression.split(" OR ")]
    return alternatives if all(ID.fullmatch(part) for parts in alternatives for part in parts) else []


def refused(names: Iterable[str]) -> Iterator[str]:
    """What is wrong, one sentence per package, and what to do."""
    for name in names:
        licence = licence_of(name)
        if licence is None:
            yield (
                f"{name}: de licentie is onbekend. Lees het licentiebestand van het pakket en zet het SPDX-id bij "
                f"[settled] in {WHERE}."
            )
        elif not may_ship(licence):
            yield (
                f"{name}: {licence} staat niet bij 'accepted' in {WHERE}. Lees wat die licentie vraagt van wie het "
                "pakket verspreidt; zet haar erbij, of kies een ander pakket."
            )
