"""A sound is what its bytes say; what is kept of it tells nothing but what is heard."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.media.picture_file import Unfit
from campagne.media.sound_file import MOST_BYTES, read_sound
from tests.media.pictures import picture
from tests.media.sounds import SECRET, m4a, mp3, opus, wav

pytestmark = pytest.mark.once
KINDS = [
    pytest.param("wav", wav(), id="wav"),
    pytest.param("mp3", mp3(), id="mp3"),
    pytest.param("ogg", opus(), id="opus"),
    pytest.param("m4a", m4a(), id="m4a"),
]


@pytest.mark.parametrize(("extension", "content"), KINDS)
def test_a_sound_is_known_by_its_content_and_lasts_a_second(extension, content):
    sound = read_sound(content)

    assert sound.extension == extension
    assert sound.seconds == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize(("extension", "content"), KINDS)
def test_what_a_telephone_wrote_with_it_is_gone(extension, content):
    kept = read_sound(content).content

    assert SECRET in content
    assert SECRET[:8] not in kept
    assert read_sound(kept).content == kept


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "leeg", id="empty"),
        pytest.param(picture("PNG"), "geen geluid dat we kennen", id="a picture"),
        pytest.param(b"<svg/>" * 9, "geen geluid dat we kennen", id="markup"),
        pytest.param(b"OggS" + bytes(MOST_BYTES), "is 5 MB", id="too much"),
        pytest.param(wav(181), "duurt 181 seconden", id="too long"),
        pytest.param(m4a(handler=b"vide"), "film", id="a film"),
        pytest.param(wav()[:9000], "niet heel", id="half a wav"),
        pytest.param(opus()[:-20], "niet heel", id="half an ogg"),
        pytest.param(m4a()[:-20], "niet heel", id="half an m4a"),
        pytest.param(mp3(2), "niet heel", id="hardly an mp3"),
        pytest.param(mp3() + b"<script>" * 100_000, "niet heel", id="an mp3 with a load behind it"),
        pytest.param(b"\xff\xfbgeen mp3 maar tekst", "niet heel", id="text that begins as an mp3"),
    ],
)
def test_anything_else_is_refused_with_advice(content, words):
    with pytest.raises(Unfit, match=words):
        read_sound(content)


@given(st.sampled_from([b"RIFF\0\0\0\0WAVE", b"OggS", b"\0\0\0\x10ftyp", b"ID3", b"\xff\xfb"]), st.binary(max_size=400))
def test_garbage_is_refused_in_words_and_never_with_an_error(start, garbage):
    with pytest.raises(Unfit):
        read_sound(start + garbage)


@given(st.integers(0, 400), st.integers(0, 255))
def test_one_wrong_byte_is_taken_or_refused_in_words(place, byte):
    for content in (wav(0.1), mp3(4), opus(0.1), m4a(0.1)):
        broken = bytearray(content)
        broken[place % len(broken)] = byte
        with suppress(Unfit):
            assert read_sound(bytes(broken)).content
