"""The forms in which a Dutch word stands in a text, made from the form in a word list. Simple on purpose.

More is made than exists ("verstrektten"), because what nobody writes is found nowhere.
"""

import re

DOUBLE_END = re.compile(r"([bdfgklmnprst])\1$")
OPEN_END = re.compile(r"(?<![aeiou])([aeou])([bdfgklmnprstvz])$")
LONG_END = re.compile(r"([aeou])\1([bdfgklmnprst])$")
SHORT_END = re.compile(r"(?<![aeiou])[aeiou][bdfgklmnprst]$")
VOICELESS, VOICED = {"v": "f", "z": "s"}, {"f": "v", "s": "z"}


def forms_of(phrase: str) -> frozenset[str]:
    """The forms of a word, in small letters; of several words together only those words themselves."""
    plain = " ".join(phrase.casefold().split())
    if not plain or " " in plain:
        return frozenset({plain} - {""})
    forms = {plain, *(plain + end for end in ("s", "'s", "’s", "e", "en", "n")), *_longer(plain)}
    if plain.endswith(("en", "ën")) and len(plain) > 4:
        forms |= _of_a_verb(plain)
    return frozenset(forms)


def _longer(word: str) -> set[str]:
    """With an -e or -en that changes the spelling: adequaat, adequate; plan, plannen; mogelijkheid, mogelijkheden."""
    if word.endswith("heid"):
        return {f"{word[:-4]}heden"}
    stem = f"{word[:-1]}{VOICED.get(word[-1], word[-1])}"
    if match := LONG_END.search(word):
        stem = (word[: match.start()] + match[1]).replace("ie", "ië") + VOICED.get(match[2], match[2])
        return {f"{stem}e", f"{stem}en"} | ({f"{stem[:-1]}{match[2]}e"})
    if SHORT_END.search(word):
        stem = word + word[-1]
    return {f"{stem}e", f"{stem}en"}


def _of_a_verb(infinitive: str) -> set[str]:
    """What I do, he does, we did and have done, for a regular verb."""
    forms = {f"{infinitive}d", f"{infinitive}de"}
    for root in _roots(infinitive[:-2]):
        past = {root + end for end in ("te", "ten", "de", "den")}
        done = {root} if root.endswith(("t", "d")) else {f"{root}t", f"{root}d"}
        forms |= {root, f"{root}t", *past, *done, *(f"ge{form}{end}" for form in done for end in ("", "e"))}
    return forms


def _roots(stem: str) -> set[str]:
    """The stem as it is written without -en: verstrekk, verstrek; realiser, realiseer; vorder, vorder; lev, leef."""
    if DOUBLE_END.search(stem):
        return {stem[:-1]}
    stems = {stem.replace("ië", "iee")}
    if match := OPEN_END.search(stem):
        stems.add(f"{stem[: match.start()]}{match[1] * 2}{match[2]}")
    return {found[:-1] + VOICELESS.get(found[-1], found[-1]) for found in stems}
