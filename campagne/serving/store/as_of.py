"""As of when a page tells what is so: now, or the moment at which what it told will have ended."""

from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils import timezone

from campagne.serving.store.page import AS_OF, HAS_AFTERWARDS, VALID_UNTIL


def moment_of(request: HttpRequest) -> datetime:
    """The moment a page is asked about; what it shows must be what is so then."""
    as_of = request.environ.get(AS_OF)
    return timezone.now() if as_of is None else datetime.fromtimestamp(as_of, UTC)


def holds_until(request: HttpRequest, moment: datetime) -> None:
    """Say that what this page tells ends at a moment, and that it can tell then what is so afterwards.

    A page that itself ends earlier has nothing to say afterwards.
    """
    known = request.environ.get(VALID_UNTIL)
    if known is None or moment.timestamp() < known:
        request.environ[VALID_UNTIL], request.environ[HAS_AFTERWARDS] = moment.timestamp(), True
