"""The folder of backups: what stands there by its name, what is kept, and what a broken run left."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from campagne.serving.backup.refused import Refused
from campagne.serving.backup.rotation import Keeping, kept

WHOLE, RECENT = "backup", "tussenstand"
NAMED = re.compile(rf"({WHOLE}|{RECENT})-(\d{{8}}T\d{{6}})Z\.tar\.gz(?:\.age)?")
MOMENT = "%Y%m%dT%H%M%S"
UNFINISHED = ".bezig-"
RECENT_KEPT = 2


@contextmanager
def fresh_folder(place: Path) -> Iterator[Path]:
    """A folder that is gone afterwards; what a killed run left under that name goes first."""
    shutil.rmtree(place, ignore_errors=True)
    try:
        place.mkdir(mode=0o700)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@dataclass(frozen=True)
class Kept:
    """A backup that was finished and read back. `is_whole` tells whether it stands by itself."""

    file: Path
    made_at: datetime
    is_whole: bool

    @property
    def took(self) -> timedelta:
        """From its moment until it was written; what is copied keeps its times, or says nothing here."""
        return max(timedelta(0), datetime.fromtimestamp(self.file.stat().st_mtime, UTC) - self.made_at)


class BackupFolder:
    """Raises Refused when the folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise Refused(f"In {folder} kunnen geen backups staan ({error.strerror}). Kies een map.") from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise Refused(f"In {folder} mag niet worden geschreven. Geef er rechten voor, of kies een andere map.")

    def backups(self) -> list[Kept]:
        """The newest first."""
        return sorted(self._found(), key=lambda each: each.made_at, reverse=True)

    def newest_whole(self) -> Kept | None:
        return next((each for each in self.backups() if each.is_whole), None)

    def place_for(self, kind: str, at: datetime, *, is_sealed: bool) -> Path:
        """Raises Refused when that second has a backup already."""
        place = self.folder / f"{kind}-{at.astimezone(UTC):{MOMENT}}Z.tar.gz{'.age' if is_sealed else ''}"
        if place.exists():
            raise Refused(f"{place.name} staat er al. Probeer het over een seconde opnieuw.")
        return place

    @contextmanager
    def working(self, at: datetime) -> Iterator[Path]:
        """A folder beside the backups, gone afterwards; one at a time, and what a killed run left is cleaned first."""
        with (self.folder / ".slot").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise Refused("Er wordt al een backup gemaakt in deze map. Wacht tot die klaar is.") from error
            self.clean()
            work = self.folder / f"{UNFINISHED}{at.astimezone(UTC):{MOMENT}}"
            work.mkdir(mode=0o700)
            try:
                yield work
            finally:
                shutil.rmtree(work, ignore_errors=True)

    def clean(self) -> None:
        """Take away what was left unfinished."""
        for left in self.folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)

    def rotate(self, keeping: Keeping, zone: ZoneInfo) -> list[Path]:
        """Take away what is no longer kept, never the newest, and tell which files those were."""
        found = self.backups()
        whole = {each.made_at.astimezone(zone): each for each in found if each.is_whole}
        stay = {whole[moment].file for moment in kept(whole, keeping)}
        recent = [each for each in found if not each.is_whole][:RECENT_KEPT]
        stay |= {each.file for each in recent if _base_of(each, found) in {None, *stay}}
        gone = [each.file for each in found if each.file not in stay]
        for file in gone:
            file.unlink()
        return gone

    def _found(self) -> Iterator[Kept]:
        for file in self.folder.iterdir():
            if match := NAMED.fullmatch(file.name):
                made_at = datetime.strptime(match[2], MOMENT).replace(tzinfo=UTC)
                yield Kept(file, made_at, match[1] == WHOLE)


def _base_of(recent: Kept, newest_first: list[Kept]) -> Path | None:
    """The whole backup that holds the uploads it left out; None when there was none."""
    return next((each.file for each in newest_first if each.is_whole and each.made_at < recent.made_at), None)
