"""The drawings of the demo as pictures with a description. A file that is there already is known by its hash."""

import hashlib
from pathlib import Path

from django.core.files import File
from django.db import transaction

from campagne.demo.catalogue import FOLDER, Catalogue, DrawingEntry
from campagne.media.models import Licence, Picture

DRAWINGS = FOLDER / "drawings"


def put_pictures(catalogue: Catalogue) -> int:
    """Put every drawing that is not there; return how many are new."""
    known = set(Picture.objects.values_list("file_hash", flat=True))
    missing = [drawing for drawing in catalogue.drawings if _hash(_file(drawing)) not in known]
    for drawing in missing:
        _put(drawing)
    return len(missing)


def pictures_by_slug(catalogue: Catalogue) -> dict[str, int]:
    keys = dict(Picture.objects.values_list("file_hash", "pk"))
    return {drawing.slug: keys[_hash(_file(drawing))] for drawing in catalogue.drawings}


@transaction.atomic
def _put(drawing: DrawingEntry) -> None:
    file = _file(drawing)
    with file.open("rb") as opened:
        picture = Picture(
            title=drawing.title,
            description=drawing.description,
            file=File(opened, name=file.name),
            file_hash=_hash(file),
            licence=Licence.OWN,
            credit="eigen tekening",
        )
        picture.full_clean()
        picture.save()


def _file(drawing: DrawingEntry) -> Path:
    return DRAWINGS / f"{drawing.slug}.webp"


def _hash(file: Path) -> str:
    return hashlib.sha1(file.read_bytes(), usedforsecurity=False).hexdigest()
