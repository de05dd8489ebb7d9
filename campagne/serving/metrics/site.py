"""The version that runs, and the disk it stands on."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from django.conf import settings

from campagne.serving.backup.contents import code_version
from campagne.serving.metrics.exposition import Gauge, by, single

# What was read when this process began is what runs, whatever lies on the disk since.
version = cache(code_version)


def gauges(at: datetime) -> Iterator[Gauge]:
    disk = shutil.disk_usage(settings.DATA_DIR)
    yield by("version", "version_info", "The version that runs; always 1.", {version(): 1})
    yield single("data_free_bytes", "Room left on the disk of DATA_DIR.", disk.free)
    yield single("data_size_bytes", "Size of the disk of DATA_DIR.", disk.total)
