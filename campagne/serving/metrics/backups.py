"""When backups were made and tried; nothing where none are made."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from campagne.serving.backup.drilling import last_drill
from campagne.serving.backup.shelf import RECENT, WHOLE, BackupFolder
from campagne.serving.metrics.exposition import Gauge, by, single


def gauges(at: datetime) -> Iterator[Gauge]:
    """Raises Refused for a folder that cannot be used: then there is no backup either."""
    if not settings.BACKUP_DIR:
        return
    shelf = BackupFolder(settings.BACKUP_DIR)
    newest = dict[str, float]()
    for backup in reversed(shelf.backups()):
        newest[WHOLE if backup.is_whole else RECENT] = backup.made_at.timestamp()
    yield by("kind", "backup_newest_timestamp_seconds", "When the newest backup of a kind was made.", newest)
    if drill := last_drill(shelf.folder):
        began = datetime.fromisoformat(drill.at).timestamp()
        yield single("drill_timestamp_seconds", "When a backup was last restored on trial.", began)
        yield single("drill_failed", "Whether that trial failed.", bool(drill.fault))
