"""Dutch words as the search sees them: without accents, by their stem, and by how they sound. Pure."""

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import snowballstemmer

LONGEST_WORD = 40
LONGEST_QUERY = 200
MOST_WORDS = 10
# Words that say nothing about the subject; a question that holds nothing else is taken as it is.
_SAYING_LITTLE = (
    "aan al als bij dan dat de deze die dit door doe doen een er ga gaan geen had heb hebben heeft het hij hoe hun "
    "ik iemand iets in is ja je jij jouw kan kunnen maar me met mij mijn moet moeten na naar nee niet nu of om omdat "
    "onder ons ook op over te tegen toch tot u uit uw van veel voor waar waarom wanneer wat we wel welke wie wij wil "
    "worden wordt zal ze zei zeggen zegt zich zij zijn zo zonder zou"
)
STOP_WORDS = frozenset(_SAYING_LITTLE.split())
_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_LOAN_PLURAL = re.compile(r"(?<=\w{3}[aou])s$")  # foto's, agenda's; but a pas and a bus are one
_RUNS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_stemmer, _lock = snowballstemmer.stemmer("dutch"), Lock()
_plain_stemmer = snowballstemmer.stemmer("dutch_porter")


def clean_query(typed: str) -> str:
    """Keep at most ten words of at most 200 characters in all; what is no letter or digit is a space."""
    normal = unicodedata.normalize("NFKC", typed[: LONGEST_QUERY * 4])[:LONGEST_QUERY]
    kept = "".join(character if character.isalnum() or character in "-'" else " " for character in normal)
    words = [word.strip("-'") for word in kept.split()]
    return " ".join([word for word in words if word][:MOST_WORDS])


def fold(text: str) -> str:
    """Small letters without accents: `Eén` is `een`."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def words_of(text: str, *, also_joined: bool = False) -> list[str]:
    """The words of a text in order, folded; with `also_joined`, NL-Alert is `nl`, `alert` and `nlalert`."""
    found: list[str] = []
    for run in _RUNS.findall(_APOSTROPHES.sub("", fold(text))):
        parts = run.split("-")
        found += parts
        if also_joined and len(parts) > 1:
            found.append("".join(parts))
    return [word[:LONGEST_WORD] for word in found]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word: `banken` and `bank` are one. What is not plain letters is its own stem."""
    if not (word.isascii() and word.isalpha()):
        return word
    single = _LOAN_PLURAL.sub("", word)
    with _lock:  # A stemmer keeps the word it works on, and threads search at the same time.
        return str(_stemmer.stemWord(single)) or word


@lru_cache(maxsize=50_000)
def families(word: str) -> frozenset[str]:
    """Names a word shares with words of its family: melden, melding and meldt; hacken and hacker."""
    if not (word.isascii() and word.isalpha()) or len(word) < 4:
        return frozenset()
    with _lock:
        plain = str(_plain_stemmer.stemWord(word))
    roots = {plain, *(plain.removesuffix(end) for end in ("ing", "er", "t"))}
    return frozenset(_single(root) for root in roots if len(root) > 2)


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("tj|dj", "tj"),
        ("sch", "sg"),
        ("sh|sj", "sj"),
        ("ch|gh", "g"),
        ("th", "t"),
        ("qu", "kw"),
        ("x", "ks"),
        ("c(?=[eiy])", "s"),
        ("ck|c|q", "k"),
        ("ij|ei|ey|y", "y"),
        ("ou|auw|ouw", "au"),
        ("ie|ee|ea", "i"),
        ("v(?=[aeiouy])", "f"),
        ("z", "s"),
        ("y", "i"),
        ("dt$|d$", "t"),
        (r"(.)\1+", r"\1"),
    )
]


def sound_of(word: str) -> str:
    """Roughly how a folded word sounds in Dutch: phishing and fisjing are one."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
