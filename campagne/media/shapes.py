"""The sizes in which a page shows a picture, and the two formats of each: WebP at once, AVIF when the clock made it.

AVIF takes nine times as long to make and a fifth off the bytes, so no reader and no editor waits for it. A page names
it only where all its sizes are there: a browser does not come back from a source that is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Replace
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError
from wagtail.images.shortcuts import get_renditions_or_not_found

from campagne.media.models import Picture, Rendition

SHAPES: Mapping[str, Sequence[str]] = {
    "text": ("width-480", "width-960"),
    "card": ("fill-320x240", "fill-640x480"),
}
"""Smallest first; the last two of each are what `serving.uploads` chooses from for who saves data."""

WEBP, AVIF = "format-webp", "format-avif"
SECONDS_AT_A_TIME = 1.0
AT_ONCE = 50


@dataclass(frozen=True)
class Shown:
    """A picture as a page shows it: each list from small to large; `avif` is empty until all of it is there."""

    webp: Sequence[Rendition]
    avif: Sequence[Rendition]

    @property
    def smallest(self) -> Rendition:
        return self.webp[0]

    @property
    def webp_set(self) -> str:
        return _in_a_set(self.webp)

    @property
    def avif_set(self) -> str:
        return _in_a_set(self.avif)


def _in_a_set(renditions: Sequence[Rendition]) -> str:
    return ", ".join(f"{each.url} {each.width}w" for each in renditions)


def shown_as(picture: Picture, shape: str) -> Shown:
    """The picture in a shape; what is missing of WebP is made now. One query, none where it is known already."""
    webp, avif = ([Filter(f"{format_name}|{size}") for size in SHAPES[shape]] for format_name in (WEBP, AVIF))
    found = picture.find_existing_renditions(*webp, *avif)
    _remember(picture, found)
    missing = [each for each in webp if each not in found]
    made = get_renditions_or_not_found(picture, missing) if missing else {}
    smaller = [found[each] for each in avif if each in found]
    return Shown(
        [found.get(each) or made[each.spec] for each in webp],
        smaller if len(smaller) == len(avif) else [],
    )


def _remember(picture: Picture, found: Mapping[Filter, Rendition]) -> None:
    """As Wagtail does with what it made: the next page does not ask the database."""
    fresh = {each: rendition for each, rendition in found.items() if not getattr(rendition, "_from_cache", False)}
    keys = {
        Rendition.construct_cache_key(picture, each.get_cache_key(picture), each.spec): rendition
        for each, rendition in fresh.items()
    }
    if keys:
        Rendition.cache_backend.set_many(keys)


def without_avif() -> QuerySet[Rendition]:
    """WebP of our shapes that has no twin in AVIF yet, the newest first."""
    specs = [f"{WEBP}|{size}" for sizes in SHAPES.values() for size in sizes]
    twin = Replace(OuterRef("filter_spec"), Value(WEBP), Value(AVIF))
    twins = Rendition.objects.filter(
        image=OuterRef("image"), focal_point_key=OuterRef("focal_point_key"), filter_spec=twin
    )
    return (
        Rendition.objects.filter(filter_spec__in=specs)
        .filter(~Exists(twins))
        .select_related("image")
        .order_by(F("pk").desc())
    )


def make_some_avif(at: datetime) -> int:
    """The job of the clock: make what is missing for about a second; return how many. May run twice."""
    until, made = monotonic() + SECONDS_AT_A_TIME, 0
    for rendition in _while_there_is_time(until):
        try:
            rendition.image.get_rendition(rendition.filter_spec.replace(WEBP, AVIF))
            made += 1
        except (SourceImageIOError, InvalidFilterSpecError, OSError):
            continue  # Its original is gone or broken: the page has what it has.
    return made


def _while_there_is_time(until: float) -> Iterator[Rendition]:
    """Those without a twin, read some at a time: a read that stays open would refuse what is written on SQLite."""
    missing = without_avif()
    while some := list(missing[:AT_ONCE]):
        for rendition in some:
            if monotonic() >= until:
                return
            yield rendition
        missing = without_avif().filter(pk__lt=some[-1].pk)
