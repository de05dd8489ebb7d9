import pytest

from campagne.content.coaching.reading import reading_of
from campagne.content.models import ArticlePage, EasyText
from campagne.language.norms import Level
from campagne.language.signals import Kind
from campagne.language.word_list import Entry, WordList
from tests.content.coaching.test_passages import stream

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WORDS = WordList([Entry("verstrekken", "geven")])


def test_a_page_and_its_easy_text_are_counted_apart_and_their_signals_together():
    page = ArticlePage(title="Wij verstrekken hulp", summary="Kort.")
    long = "<p>" + "woord " * 16 + "</p>"
    page.easy_texts.add(EasyText(title="Wij verstrekken hulp", body=stream(("text", long))))

    reading = reading_of(page, WORDS)

    assert (reading.own.words, reading.easy.words) == (4, 19)
    assert [signal.kind for signal in reading.signals] == [Kind.WORD, Kind.WORD, Kind.TOO_LONG]
    assert (reading.number_of(Kind.WORD), reading.number_of(Kind.TOO_LONG, Kind.LONG)) == (2, 1)


@pytest.mark.parametrize(("words", "is_easy", "over"), [(15, False, False), (16, False, True), (11, True, True)])
def test_sentences_are_too_long_on_average_by_the_norm_of_the_page(words, is_easy, over):
    text = " ".join(["woord"] * words)

    reading = reading_of(ArticlePage(title=text, summary=text, is_easy=is_easy), WORDS)

    assert reading.level is (Level.EASY if is_easy else Level.PLAIN)
    assert reading.is_longer_than_the_norm is over


def test_a_page_without_a_text_has_nothing_to_say():
    reading = reading_of(ArticlePage(title="", summary=""), WORDS)

    assert (reading.own.words_a_sentence, reading.easy, reading.signals) == (None, None, ())
    assert not reading.is_longer_than_the_norm
