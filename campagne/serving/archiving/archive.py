"""Write the archive: all or nothing."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from campagne.serving.archiving.sealing import seal
from campagne.serving.archiving.walking import Tell, Walk
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.shelf import UNFINISHED, fresh_folder
from campagne.serving.static_files import collect_when_changed
from campagne.serving.store.making import Maker, Site
from campagne.serving.store.round import public_addresses


def archive(place: Path, at: datetime, tell: Tell, site: Site | None = None) -> int:
    """Write the site as it is `at`; return the number of files. `place` appears when it is whole.

    Raises Refused when `place` holds something, or the site cannot give a page.
    """
    refuse_full(place)
    collect_when_changed()
    with fresh_folder(place.with_name(f"{UNFINISHED}{place.name}")) as folder:
        walk = Walk(Maker(site or get_wsgi_application(), urlsplit(settings.SITE_URL).scheme), folder)
        walk.go(public_addresses(at), tell)
        walk.relink()
        count = seal(folder, at, walk.not_found())
        folder.chmod(0o755)
        folder.rename(place)
    return count


def refuse_full(place: Path) -> None:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Refused(f"{place} is niet leeg. Kies een nieuwe map; een archief schrijft nergens overheen.")
    if not place.parent.is_dir():
        raise Refused(f"De map {place.parent} is er niet. Maak die eerst.")
