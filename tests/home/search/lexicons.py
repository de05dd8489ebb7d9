"""A lexicon made of a few words, for tests of the rules."""

from home.search.lexicon import Lexicon, Synonyms, families_of, kin_of, stems_of
from home.search.words import stem


def lexicon_of(*words: str, synonyms: list[tuple[str, ...]] = (), owner: int | None = None) -> Lexicon:
    forms = {word: stem(word) for word in words}
    pages = dict.fromkeys(forms.values(), 1)
    families = families_of(forms)
    same = [Synonyms(tuple(map(stems_of, expressions)), owner) for expressions in synonyms]
    return Lexicon(10, forms, pages, kin_of(forms, pages, families), families, same)
