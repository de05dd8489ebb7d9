"""What is encrypted opens with the right key alone, and says so otherwise."""

import io
import stat

import pytest

from campagne.serving.backup.refused import Refused
from campagne.serving.backup.sealing import identities_in, new_identity, own_identity, recipient, sealed, unsealed

pytestmark = pytest.mark.once
TEXT = b"geheim" * 100_000


@pytest.fixture
def key(tmp_path):
    return new_identity(tmp_path / "key.txt")


@pytest.fixture
def closed(key):
    into = io.BytesIO()
    with sealed(into, [key.to_public()]) as stream:
        stream.write(TEXT)
    into.seek(0)
    return into


def test_who_has_the_key_reads_what_was_written(closed, key):
    assert TEXT[:6] not in closed.getvalue()

    with unsealed(closed, [key]) as stream:
        assert stream.read() == TEXT


def test_who_reads_only_the_beginning_may_stop(closed, key):
    with unsealed(closed, [key]) as stream:
        assert stream.read(6) == TEXT[:6]


def test_another_key_is_refused(closed, tmp_path):
    with (
        pytest.raises(Refused, match="sleutel past niet"),
        unsealed(closed, [new_identity(tmp_path / "other")]) as stream,
    ):
        stream.read()


def test_no_key_is_refused_with_how_to_give_one(closed):
    with pytest.raises(Refused, match="--key"), unsealed(closed, []):
        pass


def test_what_was_never_encrypted_is_given_as_it_is():
    with unsealed(io.BytesIO(b"open"), []) as stream:
        assert stream.read() == b"open"


def test_a_key_on_disk_is_read_by_its_owner_alone_and_never_written_over(tmp_path, key):
    file = tmp_path / "key.txt"

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert str(identities_in(file)[0]) == str(key)
    with pytest.raises(Refused, match="nieuwe naam"):
        new_identity(file)


def test_a_key_in_a_folder_that_is_not_there_says_to_make_the_folder(tmp_path):
    with pytest.raises(Refused, match=r"is er niet \(.*/weg/sleutel\.txt\)\. Maak de map eerst"):
        new_identity(tmp_path / "weg" / "sleutel.txt")


def test_the_key_of_this_machine_is_made_once(tmp_path):
    assert str(own_identity(tmp_path)) == str(own_identity(tmp_path))


@pytest.mark.parametrize("wrong", ["", "age1", "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA"])
def test_what_is_no_public_key_is_refused(wrong):
    with pytest.raises(Refused, match="--new-key"):
        recipient(wrong)


def test_a_file_without_a_key_is_refused(tmp_path):
    (tmp_path / "empty").write_text("# niets\n")

    with pytest.raises(Refused, match="geen sleutel"):
        identities_in(tmp_path / "empty")
