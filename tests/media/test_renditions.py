"""What the public gets of a photo: a smaller picture that tells nothing but what is to be seen."""

from importlib import import_module
from io import BytesIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, GroupCollectionPermission

from campagne.media.models import Picture
from tests.media.pictures import MAKER, PLACE, picture, telling

SPECS = [
    *("original", "width-480", "format-webp|fill-640x480", "max-165x165", "width-400|format-jpeg", "format-png"),
    "format-avif|width-480",
]


def uploaded(content: bytes, name: str = "foto.jpg") -> Picture:
    return Picture.objects.create(title="Buren", description="Twee buren", file=ContentFile(content, name=name))


@pytest.mark.once
@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
def test_no_rendition_tells_where_or_by_whom(db, format_name, spec):
    told = {} if format_name == "PNG" else {"xmp": b"<x:xmpmeta>GEHEIMEPLEK</x:xmpmeta>"}
    original = telling(format_name, **told, **({"comment": PLACE} if format_name == "JPEG" else {}))
    assert PLACE in original
    assert MAKER in original

    with uploaded(original, f"foto.{format_name.lower()}").get_rendition(spec).file.open() as file:
        given = file.read()

    shown = Image.open(BytesIO(given))
    assert PLACE not in given
    assert MAKER not in given
    assert not shown.getexif()
    assert not {"exif", "xmp", "comment"} & shown.info.keys()


def test_a_photo_that_was_turned_stays_upright(db):
    exif = Image.Exif()
    exif[0x0112] = 6

    rendition = uploaded(picture("JPEG", (400, 200), exif=exif)).get_rendition("original")

    assert (rendition.width, rendition.height) == (200, 400)


def test_a_new_file_under_the_same_picture_has_a_new_address(db, home):
    buren = uploaded(picture("JPEG"))
    first = buren.get_rendition("width-20").url
    form = get_image_form(Picture)
    fields = {"title": "Buren", "description": "Twee buren", "licence": "own", "collection": buren.collection_id}

    for size in [(50, 30), (60, 30)]:
        another = form(fields, {"file": ContentFile(picture("JPEG", size), name="foto.jpg")}, instance=buren)
        assert another.is_valid(), another.errors
        another.save()
        second = Picture.objects.get(pk=buren.pk).get_rendition("width-20").url
        assert second != first
        first = second


def test_another_picture_never_gets_an_address_that_was_seen_before(db):
    first = uploaded(picture("JPEG"))
    address = first.get_rendition("width-20").url
    first.delete()

    assert uploaded(picture("JPEG", (50, 50))).get_rendition("width-20").url != address


def test_editors_who_had_our_permission_get_the_one_that_is_asked(db):
    group, root = Group.objects.create(name="Redactie"), Collection.get_first_root_node()
    held = Permission.objects.get(content_type__app_label="media", codename="add_picture")
    GroupCollectionPermission.objects.create(group=group, collection=root, permission=held)

    for _ in range(2):
        import_module("campagne.media.migrations.0003_editors_may_bring_pictures").give_what_wagtail_asks(apps, None)

    assert group.collection_permissions.filter(permission__codename="add_image").count() == 1
