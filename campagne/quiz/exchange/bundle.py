"""What somebody brings in, whatever its format: drafts with what to know about each. Without a database."""

from dataclasses import dataclass

from campagne.quiz.exchange import gift, moodle_reading, pack
from campagne.quiz.exchange.genuine import fault_of, genuine_media
from campagne.quiz.exchange.item import Found, shortened
from campagne.quiz.exchange.translating_in import DEFAULTS, draft_of
from campagne.quiz.questions.draft import Draft
from campagne.sheets.folding import fold, unfold
from campagne.sheets.unreadable import Limits, Unreadable
from campagne.sheets.xml_file import Element, read_xml

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_BYTES_OF_TEXT = 2 * MEGABYTE
MOST_BYTES_IN_A_FORM = 4 * MEGABYTE
MOST_QUESTIONS = 500


@dataclass(frozen=True)
class Entry:
    """One question: where it was found, its draft if it can be carried, and what was lost or why it cannot.

    `packed` is there when it came with versions and sounds; `hints` say what to look at although nothing was lost.
    """

    where: str
    title: str
    draft: Draft | None
    notes: tuple[str, ...] = ()
    packed: pack.Question | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bundle:
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()
    quizzes: tuple[pack.Quiz, ...] = ()
    pictures: tuple[pack.Picture, ...] = ()
    sounds: tuple[pack.Sound, ...] = ()


def read(content: bytes) -> Bundle:
    """Read GIFT, Moodle XML or JSON, told apart by how it begins. Raises Unreadable."""
    check_size(len(content))
    begin = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if begin == b"{":
        return _from_pack(pack.read(_text(content)))
    if begin == b"<":
        found = moodle_reading.parse(_xml(content))
    else:
        if len(content) > MOST_BYTES_OF_TEXT:
            raise _too_large(len(content), MOST_BYTES_OF_TEXT)
        found = gift.parse(_text(content))
    _check_number(len(found), "Er staat geen enkele vraag in.")
    return Bundle(tuple(map(_entry, found)), DEFAULTS)


def _xml(content: bytes) -> Element:
    """The root, or what a trainer can do about it: what is said of tables would be no help."""
    try:
        return read_xml(content, Limits(size=MOST_BYTES))
    except Unreadable as error:
        expected = "Verwacht: Moodle XML, heel, en zoals Moodle het bewaart."
        advice = "Exporteer de vragen opnieuw uit Moodle. Zijn het er veel? Verdeel ze over meer bestanden."
        raise Unreadable(error.found, expected, advice) from error


def check_size(size: int) -> None:
    """Raise Unreadable for a file that is empty or too large, before it is read."""
    if size == 0:
        raise Unreadable("Er is niets om te lezen.", "Verwacht: een bestand met vragen.", "Kies een ander bestand.")
    if size > MOST_BYTES:
        raise _too_large(size, MOST_BYTES)


def _too_large(size: int, most: int) -> Unreadable:
    found = f"Dit bestand is {size / MEGABYTE:.0f} MB."
    return Unreadable(found, f"We lezen er hoogstens {most // MEGABYTE}.", "Verdeel de vragen over meer bestanden.")


def _check_number(count: int, found: str) -> None:
    if count == 0:
        raise Unreadable(found, "Verwacht: vragen in GIFT, Moodle XML of JSON.", "Kies een ander bestand.")
    if count > MOST_QUESTIONS:
        found = f"Hier staan {count} vragen in."
        raise Unreadable(found, f"We lezen er hoogstens {MOST_QUESTIONS}.", "Verdeel ze over meer bestanden.")


def _text(content: bytes) -> str:
    """The text, in UTF-8 or in what older programs on Windows write."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("Dit bestand is geen gewone tekst.", "Verwacht: tekst in UTF-8.", "Bewaar het opnieuw als UTF-8.")


def _entry(found: Found) -> Entry:
    if found.item is None:
        return Entry(found.where, found.title, None, found.notes)
    draft, lost, hints = draft_of(found.item)
    return Entry(found.where, shortened(draft.stem), draft, (*found.notes, *lost), hints=hints)


def _from_pack(packed: pack.Pack) -> Bundle:
    pictures, sounds = genuine_media(packed)
    entries = []
    for place, question in enumerate(packed.questions, start=1):
        title, fault = shortened(question.draft.stem), fault_of(question, pictures, sounds)
        draft = None if fault else question.draft
        entries.append(Entry(f"Vraag {place}", title, draft, (fault,) if fault else (), question))
    _check_number(len(entries) + len(packed.quizzes), "Er staat geen enkele vraag of quiz in.")
    return Bundle(
        tuple(entries),
        quizzes=packed.quizzes,
        pictures=tuple(each for each in packed.pictures if each.number in pictures),
        sounds=tuple(each for each in packed.sounds if each.digest in sounds),
    )


def folded(content: bytes) -> str:
    """Return what a form can carry from one screen to the next; empty if it is too large for that."""
    return fold(content, MOST_BYTES_IN_A_FORM)


def unfolded(text: str) -> bytes:
    """Return what was folded; raises Unreadable for anything else."""
    content = unfold(text, MOST_BYTES)
    check_size(len(content))
    return content
