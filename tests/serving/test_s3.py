"""Uploads in a bucket: kept there with our keys, and read by visitors below our own address."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.http import Http404

from campagne import backing
from campagne.serving import uploads
from tests.s3_server import s3_server

pytestmark = pytest.mark.once
NAME = "images/0123456789ab.width-400.webp"


@pytest.fixture
def bucket(settings, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a-key-of-a-test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-secret-of-a-test")
    with s3_server() as (address, kept):
        default = backing.uploads(f"s3://uploads?endpoint_url={address}&region_name=eu-west-1&addressing_style=path")
        settings.STORAGES = {**settings.STORAGES, "default": default}
        yield kept


def test_a_file_is_kept_read_and_removed(bucket):
    storage = storages["default"]

    name = storage.save(NAME, ContentFile(b"a picture"))
    again = storage.save(NAME, ContentFile(b"another picture"))

    assert bucket.objects[f"/uploads/{name}"] == b"a picture"
    assert again != name
    with storage.open(name) as file:
        assert file.read() == b"a picture"
    storage.delete(name)
    assert not storage.exists(name)
    assert all("Credential=a-key-of-a-test" in authorization for _, authorization in bucket.asked)


def test_a_reader_gets_a_picture_from_our_own_address(bucket, rf):
    storages["default"].save(NAME, ContentFile(b"a picture"))

    answer = uploads.upload(rf.get("/"), path=NAME)

    assert storages["default"].url(NAME) == f"/media/{NAME}"
    assert (answer.status_code, answer["Content-Type"], b"".join(answer)) == (200, "image/webp", b"a picture")
    with pytest.raises(Http404):
        uploads.upload(rf.get("/"), path="images/none.webp")


def test_a_listener_gets_a_part_of_a_sound_in_the_bucket(bucket, rf):
    name = f"sounds/{'0' * 64}.mp3"
    storages["default"].save(name, ContentFile(b"a sound"))

    answer = uploads.upload(rf.get("/", headers={"range": "bytes=2-4"}), path=name)

    assert (answer.status_code, answer["Content-Type"], answer.content) == (206, "audio/mpeg", b"sou")
    assert answer["Content-Range"] == "bytes 2-4/7"
