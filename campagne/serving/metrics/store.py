"""The stored pages, and how far everything is."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from campagne.serving.metrics.exposition import Gauge, single
from campagne.serving.store.generation import Generation


def gauges(at: datetime) -> Iterator[Gauge]:
    moment = Generation.objects.moment()
    pages = sum(1 for _ in (Path(settings.DATA_DIR) / "pages").glob("*/*.page"))
    yield single("stored_pages", "Public pages that stand ready on disk.", pages)
    yield single("generation", "Rises with every change of what is shown.", moment.number)
    yield single("generation_floor", "What was made before this generation is not shown any more.", moment.floor)
