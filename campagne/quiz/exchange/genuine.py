"""Is what a JSON file says of a question what was published? Without a database."""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256

from campagne.quiz.exchange.pack import Pack, Question, Version
from campagne.quiz.questions.draft import Draft

MOST_NUMBER = 100_000
HASH_OF_NOTHING = (
    "De inhoud is niet die welke is gepubliceerd: het controlegetal klopt niet. Exporteer de vraag opnieuw."
)
# No database keeps a zero or half a character in a text.
NOT_KEPT = re.compile("[\x00\ud800-\udfff]")


def fault_of(question: Question, pictures: Mapping[int, bytes], sounds: Mapping[str, bytes]) -> str:
    """Say why a question is not to be believed; empty when it is. Pictures and sounds are those that are genuine."""
    return next(_faults(question, pictures, sounds), "")


def _faults(question: Question, pictures: Mapping[int, bytes], sounds: Mapping[str, bytes]) -> Iterator[str]:
    drafts = [question.draft, *(version.draft for version in question.versions)]
    if any(NOT_KEPT.search(text) for draft in drafts for text in _texts(draft)):
        yield "Een tekst bevat tekens die niet bewaard kunnen worden. Haal ze weg en exporteer de vraag opnieuw."
    for draft in drafts:
        if draft.picture_id is not None and draft.picture_id not in pictures:
            yield "Het beeld ontbreekt in het bestand of is veranderd. Exporteer de vraag opnieuw."
        if not all(0 <= place <= 100 for spot in draft.hotspots for place in (spot.x, spot.y)):
            yield "Een plek ligt buiten het beeld. Exporteer de vraag opnieuw."
        if len({option.key for option in draft.options}) < len(draft.options):
            yield "Twee antwoorden hebben dezelfde sleutel. Exporteer de vraag opnieuw."
    if any(speech.sound not in sounds for speech in question.speeches):
        yield "Een geluid ontbreekt in het bestand of is veranderd. Exporteer de vraag opnieuw."
    if len({(version.series, version.number) for version in question.versions}) < len(question.versions):
        yield "Twee versies hebben hetzelfde nummer. Exporteer de vraag opnieuw."
    for version in question.versions:
        yield from _faults_of_version(version)
    yield from _faults_of_keys(question)


def _faults_of_version(version: Version) -> Iterator[str]:
    if version.draft.fingerprint() != version.content_hash:
        yield f"Versie {version.number}: {HASH_OF_NOTHING}"
    if not 0 < version.number <= MOST_NUMBER:
        yield "Een versie heeft een onmogelijk nummer. Exporteer de vraag opnieuw."
    if version.correction and not version.correction.why.strip():
        yield "Een verbeterde sleutel heeft geen reden. Exporteer de vraag opnieuw."
    for moment in (version.published_at, *([version.correction.at] if version.correction else [])):
        if not _is_moment(moment):
            yield "Een datum kunnen we niet lezen. Exporteer de vraag opnieuw."


def _faults_of_keys(question: Question) -> Iterator[str]:
    """The key of now is that of the last correction in the series, or else the one that was published."""
    corrected = {v.series: frozenset(v.correction.after) for v in question.versions if v.correction}
    for version in question.versions:
        written = frozenset(option.key for option in version.draft.options if option.is_right)
        if frozenset(version.right_now) != corrected.get(version.series, written):
            yield "Een ander antwoord staat op goed dan is opgeschreven. Exporteer de vraag opnieuw."


def genuine_media(pack: Pack) -> tuple[dict[int, bytes], dict[str, bytes]]:
    """Return the pictures by their number and the sounds by their hash, as far as the hash is right."""
    pictures = {picture.number: _content(picture.content, picture.digest) for picture in pack.pictures}
    sounds = {sound.digest: _content(sound.content, sound.digest) for sound in pack.sounds}
    return {n: found for n, found in pictures.items() if found}, {n: found for n, found in sounds.items() if found}


def _content(encoded: str, digest: str) -> bytes:
    try:
        content = b64decode(encoded, validate=True)
    except (BadBase64, ValueError):
        return b""
    return content if sha256(content).hexdigest() == digest else b""


def _texts(draft: Draft) -> Iterator[str]:
    for each in (draft, *draft.options, *draft.hotspots):
        yield from (value for value in vars(each).values() if isinstance(value, str))


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
