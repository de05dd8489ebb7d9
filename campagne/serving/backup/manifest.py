"""What a backup says of itself, as JSON in front of all it holds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from campagne.serving.backup.refused import Refused

FORMAT = 1
PRODUCT = "campagne"


@dataclass(frozen=True)
class Manifest:
    """`made_at` is aware. `migrations` are all that were applied, as `app.name`; `rows` counts each table.

    `has_secrets` tells whether the settings are complete. `uploads` is "folder" when files go along, "store" when a
    bucket keeps them. `base` names the backup whose uploads this one adds to; empty: it stands by itself.
    """

    made_at: datetime
    code: str
    database: str
    migrations: tuple[str, ...]
    rows: Mapping[str, int]
    has_secrets: bool
    uploads: str
    base: str = ""

    def as_json(self) -> bytes:
        told = {"product": PRODUCT, "format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(told, indent=1, ensure_ascii=False).encode()


def read_manifest(written: bytes) -> Manifest:
    """Raises Refused for anything that this code did not write or cannot read."""
    try:
        told = json.loads(written)
        product, kind = told.pop("product"), told.pop("format")
        if (product, kind) != (PRODUCT, FORMAT):
            raise Refused(f"Dit is {product}, vorm {kind}; verwacht: {PRODUCT}, vorm {FORMAT}. Gebruik nieuwere code.")
        made_at = datetime.fromisoformat(told.pop("made_at"))
        return Manifest(made_at=made_at, **{**told, "migrations": tuple(told["migrations"])})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("Het begin van dit bestand is niet dat van een backup van deze site. Kies een ander.") from error
