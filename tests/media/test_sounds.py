"""A sound is kept once, under its own hash, and given out whole or in part."""

import pytest

from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from tests.media.sounds import mp3

pytestmark = pytest.mark.django_db


@pytest.fixture
def sound() -> Sound:
    return Sound.objects.keep(read_sound(mp3()))


def test_the_same_sound_is_kept_once_under_its_own_hash(sound):
    again = Sound.objects.keep(read_sound(mp3()))

    assert again == sound
    assert sound.file.name == f"sounds/{sound.digest}.mp3"
    assert Sound.objects.count() == 1


def test_a_sound_whose_file_went_missing_comes_back_with_the_next_upload(sound):
    sound.file.storage.delete(sound.file.name)

    Sound.objects.keep(read_sound(mp3()))

    assert sound.file.storage.exists(sound.file.name)


def test_a_sound_is_given_out_for_a_year(client, sound):
    answer = client.get(sound.file.url)

    assert b"".join(answer.streaming_content) == read_sound(mp3()).content
    assert answer["Content-Type"] == "audio/mpeg"
    assert answer["Accept-Ranges"] == "bytes"
    assert "immutable" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        pytest.param("bytes=0-1", 0, 2, id="two bytes, as Safari begins"),
        pytest.param("bytes=100-", 100, None, id="from somewhere"),
        pytest.param("bytes=-50", -50, None, id="the last ones"),
        pytest.param("bytes=10-99999999", 10, None, id="further than the end"),
    ],
)
def test_a_part_of_a_sound_is_given(client, sound, asked, start, end):
    content = read_sound(mp3()).content

    answer = client.get(sound.file.url, headers={"range": asked})

    assert answer.status_code == 206
    assert answer.content == content[start:end]
    first = content.index(answer.content) if start == 0 else start % len(content)
    assert answer["Content-Range"] == f"bytes {first}-{first + len(answer.content) - 1}/{len(content)}"


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0", "bytes=5-4"])
def test_a_part_that_is_not_there_is_refused(client, sound, asked):
    answer = client.get(sound.file.url, headers={"range": asked})

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{sound.size}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=-", "regels=1-2", "bytes=a-b"])
def test_what_is_not_understood_gives_the_whole(client, sound, asked):
    assert client.get(sound.file.url, headers={"range": asked}).status_code == 200


@pytest.mark.parametrize("path", ["sounds/abc.mp3", "sounds/../secret.mp3", f"sounds/{'0' * 64}.exe"])
def test_nothing_else_has_an_address(client, path):
    assert client.get(f"/media/{path}").status_code == 404
