"""A file that was spoiled anywhere is noticed, and a foreign one never taken."""

import io
import tarfile
from datetime import UTC, datetime

import pytest

from campagne.serving.backup.archive import DATABASE, MANIFEST, packing, unpack
from campagne.serving.backup.manifest import Manifest, read_manifest
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.sealing import new_identity

pytestmark = pytest.mark.once
OURS = Manifest(datetime(2026, 11, 30, tzinfo=UTC), "1", "sqlite", ("a.0001",), {"a": 3}, True, "folder")


@pytest.fixture(params=["open", "sealed"])
def keys(request, tmp_path):
    return [new_identity(tmp_path / "key")] if request.param == "sealed" else []


@pytest.fixture
def file(tmp_path, keys):
    made, upload = tmp_path / "backup.tar.gz", tmp_path / "upload"
    upload.write_bytes(bytes(range(256)) * 400)
    with packing(made, [key.to_public() for key in keys]) as pack:
        pack.add_bytes(MANIFEST, OURS.as_json())
        pack.add_bytes(DATABASE, b"database" * 5000)
        pack.add_file("media/a/b.webp", upload)
    return made


def test_what_comes_out_is_what_went_in(file, keys, tmp_path):
    manifest, parts = unpack(file, keys, tmp_path / "out")

    assert manifest == OURS
    assert (tmp_path / "out" / "media" / "a" / "b.webp").read_bytes() == (tmp_path / "upload").read_bytes()
    assert set(parts) == {MANIFEST, DATABASE, "media/a/b.webp"}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_ends_early_is_refused(file, keys, share):
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(Refused, match="Kies een"):
        unpack(file, keys)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_file_of_which_bytes_changed_is_refused(file, keys, share):
    whole = bytearray(file.read_bytes())
    at = int(len(whole) * share)
    whole[at : at + 4] = bytes(byte ^ 0xFF for byte in whole[at : at + 4])
    file.write_bytes(whole)

    with pytest.raises(Refused, match=r"Kies een|Geef de geheime"):
        unpack(file, keys)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 een zip", b"age-encryption.org/v1\nniets", b"\x1f\x8b\x08kapot"])
def test_a_foreign_file_is_refused(tmp_path, content):
    (tmp_path / "foreign").write_bytes(content)

    with pytest.raises(Refused):
        unpack(tmp_path / "foreign", [new_identity(tmp_path / "any")])


@pytest.mark.parametrize("name", ["../buiten", "/etc/buiten", "media/../../buiten", "cron.d/x"])
def test_a_part_that_would_stand_elsewhere_is_refused(tmp_path, name):
    with tarfile.open(tmp_path / "evil", "w:gz") as tar:
        for part, content in ((MANIFEST, OURS.as_json()), (name, b"x")):
            header = tarfile.TarInfo(part)
            header.size = len(content)
            tar.addfile(header, io.BytesIO(content))

    with pytest.raises(Refused, match="hoort niet in een backup"):
        unpack(tmp_path / "evil", [], tmp_path / "out")

    assert not (tmp_path / "buiten").exists()


@pytest.mark.parametrize("written", [b"", b"[]", b"{}", b'{"product": "ander", "format": 1}', b"\xff"])
def test_another_manifest_is_refused(written):
    with pytest.raises(Refused):
        read_manifest(written)
