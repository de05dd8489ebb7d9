"""Sentences in which who acts is left out: "er wordt gebeld". A hint, because only a reader knows who it is.

Looked for is a form of worden with a participle in the same part of the sentence. What only looks like one (geld,
gezond, gebeurt) is named here. A passive with zijn ("de site is gesloten") is left alone: mostly it says how a
thing is.
"""

import re

from campagne.language.sentences import Sentence, Word

BECOME = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
AHEAD = (
    "(?:aan|achter|af|bij|binnen|dicht|door|goed|in|klaar|los|mee|mis|na|om|onder|op|open|over|samen|tegen|terug|toe"
    "|uit|vast|vol|voor|vrij|weg)"
)
WEAK = re.compile(rf"{AHEAD}?ge\w{{2,}}[dt]|(?:be|er|her|ont|ver)\w{{2,}}[dt]|\w{{2,}}eerd")
# A participle on -en looks like what one does ("geloven", "verkopen"), so the common ones are named.
STRONG_WORDS = (
    "aangeboden bedrogen begrepen bekeken beschreven besloten besproken betrokken bewezen geboden gebonden gebroken"
    " gedaan gedragen gedwongen gegeven gegrepen gehouden gekeken gekozen gekregen geladen gelaten gelezen genomen"
    " geroepen geschreven geslagen gesloten gesproken gestolen gestoken getrokken gevangen gevonden gewezen gewonnen"
    " gezien gezonden ondernomen ontslagen ontvangen onthouden verboden verbroken vergeleken vergeten verkregen"
    " verwezen verzonden voldaan vervangen"
)
STRONG = frozenset(STRONG_WORDS.split())
STRONG_AHEAD = re.compile(rf"{AHEAD}(?:{'|'.join(sorted(STRONG))})")
THINGS_AND_PROPERTIES = (
    "beeld bejaard bekend beleid benieuwd beperkt bereid bericht beroemd beroerd bestand bewust bezorgd erfgoed gebied"
    " gebit gedicht geduld geest geld geluid gerecht gericht geschikt geweld gewicht gewond gezicht gezond ontbijt"
    " overgewicht verband verbod verdacht verdriet verkeerd verliefd verslaafd verstand vertrouwd verwant"
)
WHAT_SOMEBODY_DOES = (
    "begint begrijpt bedoelt beleeft beseft bestaat betekent betreft bezit bezoekt gebeurt geeft geldt gelooft geniet"
    " herkent ontstaat ontvangt verdient verdwijnt vergeet verkoopt verliest vermoedt verschilt verstuurt vertelt"
)
NO_PARTICIPLE = frozenset(f"{THINGS_AND_PROPERTIES} {WHAT_SOMEBODY_DOES}".split())


def passive_in(sentence: Sentence) -> Word | None:
    """The participle of the first passive in a sentence; None without one."""
    for part in _between_commas(sentence):
        words = [word.text.casefold() for word in part]
        if BECOME.isdisjoint(words):
            continue
        for word, plain in zip(part, words, strict=True):
            if _is_participle(plain):
                return word
    return None


def _between_commas(sentence: Sentence) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    end = sentence.start
    for word in sentence.parts:
        if "," in sentence.text[end - sentence.start : word.start - sentence.start]:
            parts.append([])
        parts[-1].append(word)
        end = word.end
    return parts


def _is_participle(word: str) -> bool:
    if word in NO_PARTICIPLE or word in BECOME:
        return False
    return word in STRONG or bool(STRONG_AHEAD.fullmatch(word) or WEAK.fullmatch(word))
