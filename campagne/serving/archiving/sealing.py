"""What an archive says of itself, and a checksum of every file in it."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from campagne.serving.backup.contents import code_version

SUMS, FACTS, READ_ME = "SHA256SUMS", "archief.json", "LEESMIJ.txt"


def seal(folder: Path, at: datetime, missing: Mapping[str, str]) -> int:
    """Add what it is and of when, and then the checksums; return the number of files that have one."""
    made = timezone.localtime(at)
    facts = {"site": settings.SITE_URL, "gemaakt": made.isoformat(timespec="seconds"), "versie": code_version()}
    told = {**facts, "niet_gevonden": dict(sorted(missing.items()))}
    (folder / FACTS).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    (folder / READ_ME).write_text(render_to_string("archiving/readme.txt", {**facts, "made": made}))
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    lines = [f"{sum_of(file)}  {file.relative_to(folder)}\n" for file in files]
    (folder / SUMS).write_text("".join(lines))
    return len(files)


def sum_of(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
