"""Pictures and sounds that come with questions: looked at like any other, and kept once."""

from base64 import b64decode
from collections.abc import Iterable, Iterator
from hashlib import sha1
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from wagtail.images.permissions import permission_policy
from wagtail.models import Collection

from campagne.media.models import Picture, Sound
from campagne.media.picture_file import Unfit, check_picture
from campagne.media.sound_file import read_sound
from campagne.quiz.exchange import pack

FIELDS = ("title", "description", "licence", "credit")


def unfit_pictures(pictures: Iterable[pack.Picture], by: Any) -> dict[int, str]:
    """Say why these pictures cannot be taken, by their number; those that can are left out."""
    if not _collections(by, "add").exists():
        return {picture.number: "U mag geen beelden toevoegen. Vraag het de beheerder." for picture in pictures}
    return dict(_unfit(pictures))


def _unfit(pictures: Iterable[pack.Picture]) -> Iterator[tuple[int, str]]:
    for picture in pictures:
        try:
            check_picture(BytesIO(b64decode(picture.content)), picture.name)
            row = Picture(**{name: getattr(picture, name) for name in FIELDS})
            row.clean_fields(exclude=[field.name for field in Picture._meta.fields if field.name not in FIELDS])
        except Unfit as error:
            yield picture.number, f"Een beeld kan niet mee. {error}"
        except ValidationError as error:
            yield picture.number, f"Een beeld kan niet mee. {' '.join(error.messages)}"


def unfit_sounds(sounds: Iterable[pack.Sound]) -> dict[str, str]:
    """Say why these sounds cannot be taken, by their hash; those that can are left out."""
    found = {}
    for sound in sounds:
        try:
            read_sound(b64decode(sound.content))
        except Unfit as error:
            found[sound.digest] = f"Een geluid kan niet mee. {error}"
    return found


def keep_pictures(pictures: Iterable[pack.Picture], user: Any) -> dict[int, int]:
    """Keep these pictures, or find them where somebody may choose them; return what each is called here."""
    choosable = Picture.objects.filter(collection__in=_collections(user, "choose"))
    kept = {}
    for picture in pictures:
        content = b64decode(picture.content)
        # Wagtail tells pictures apart by this hash; it protects nothing.
        there = choosable.filter(file_hash=sha1(content, usedforsecurity=False).hexdigest()).order_by("pk").first()
        kept[picture.number] = (there or _kept(picture, content, user)).pk
    return kept


def _kept(picture: pack.Picture, content: bytes, user: Any) -> Picture:
    row = Picture(
        **{name: getattr(picture, name) for name in FIELDS},
        collection=_collections(user, "add").order_by("path").first(),
        uploaded_by_user=user,
        file=ContentFile(content, name=picture.name),
    )
    row._set_image_file_metadata()
    row.save()
    return row


def _collections(user: Any, action: str) -> QuerySet[Collection]:
    """Where somebody may do this; a command works for nobody and may do all."""
    if user is None:
        return Collection.objects.all()
    return permission_policy.collections_user_has_permission_for(user, action)


def keep_sounds(sounds: Iterable[pack.Sound]) -> dict[str, Sound]:
    """Keep these sounds, each once; return them by the hash that they have in the file."""
    return {sound.digest: Sound.objects.keep(read_sound(b64decode(sound.content))) for sound in sounds}
