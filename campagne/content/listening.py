"""What can be heard on a screen of a page: sounds of exactly the texts that stand there."""

from collections.abc import Iterable

from campagne.content.page import ContentPage
from campagne.content.passages import EASY
from campagne.content.speech import PageSpeech
from campagne.media.speaking import Hearing, Listening, Spoken, Track
from campagne.media.spoken_text import Voice


class PageHearing(Hearing):
    """A text of a page with its sound."""

    @property
    def is_easy(self) -> bool:
        return self.spoken.part == EASY


def listening_to(page: ContentPage, texts: Iterable[Spoken]) -> Listening:
    """The sounds of these texts; a stale one is no sound of them. One query, none before a page is saved."""
    heard = [hearing for hearing in hearings(page, texts, only_exact=True) if hearing.speech]
    tracks = tuple(Track(hearing.spoken.label, hearing.speech.sound.file.url, "") for hearing in heard)
    return Listening(tracks, any(hearing.speech.voice == Voice.COMPUTER for hearing in heard))


def hearings(page: ContentPage, texts: Iterable[Spoken], *, only_exact: bool = False) -> list[PageHearing]:
    """Each text with its sound: one of exactly this text, or else the last one of its place."""
    texts = list(texts)
    speeches = PageSpeech.objects.audible().filter(page=page.pk) if page.pk and texts else ()
    exact, last = {}, {}
    for speech in speeches:
        exact[speech.part, speech.text_hash] = speech
        last[speech.part] = speech
    older = {} if only_exact else last
    return [PageHearing(spoken, exact.get(spoken.place) or older.get(spoken.part)) for spoken in texts]
