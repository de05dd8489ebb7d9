"""What is looked at before a question is published, without a database.

What makes a question useless blocks; what makes it worse asks, because an editor may know better. "Weet ik niet" is
no gate: it stands under every question by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campagne.language.norms import NORMS, Level
from campagne.language.sentences import average_length, overlong
from campagne.quiz.quality.findings import Finding, blocks, warns
from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.rendering import has_easy
from campagne.quiz.questions.scoring import Kind

MOST_ANSWERS = 4
MOST_WORDS = NORMS[Level.PLAIN].long
MOST_EASY_WORDS, MOST_EASY_AVERAGE = NORMS[Level.EASY].hard, NORMS[Level.EASY].average
# A right answer betrays itself when it is this much longer than any other, and this many letters at least.
LONGER_BY, LETTERS_LONGER = 1.25, 10


@dataclass(frozen=True)
class Surroundings:
    """What a draft does not hold: has its picture a description, and what of its easy words cannot be heard?"""

    is_described: bool = True
    unheard: tuple[str, ...] = ()


def findings_of(draft: Draft, around: Surroundings) -> list[Finding]:
    """Everything that blocks first, then what asks."""
    found = [*_blocking(draft, around), *_asking(draft), *_asking_about_easy(draft, around)]
    return sorted(found, key=lambda finding: not finding.blocks)


def _blocking(draft: Draft, around: Surroundings) -> Iterator[Finding]:
    for lack in draft.lacks():
        yield blocks(lack.words, field=lack.field)
    if draft.picture_id is not None and not around.is_described:
        yield blocks(
            "Het beeld heeft geen beschrijving.",
            "Wie het niet ziet, moet horen wat erop staat.",
            "Open het beeld bij Afbeeldingen en schrijf één zin over wat er te zien is.",
            field="picture",
        )
    easy = [" ".join(option.easy_text.split()).casefold() for option in draft.options if option.easy_text]
    if len(set(easy)) < len(easy):
        yield blocks(
            "Twee antwoorden zijn in makkelijke taal gelijk.",
            "Elk antwoord zegt iets anders.",
            "Maak ze verschillend.",
            field="options",
        )


def _asking(draft: Draft) -> Iterator[Finding]:
    if len(draft.options) > MOST_ANSWERS and draft.kind is not Kind.SCALE:
        yield warns(
            f"Er zijn {len(draft.options)} antwoorden.",
            f"Met hoogstens {MOST_ANSWERS} houden lezers het overzicht.",
            "Haal weg wat bijna niemand zou kiezen.",
        )
    if _betrays(draft, [option.text for option in draft.options]):
        yield _longest_is_right("")
    texts = [draft.vignette, draft.stem, draft.explanation, draft.message_body]
    texts += [text for option in draft.options for text in (option.text, option.explanation)]
    for sentence in overlong(texts, MOST_WORDS):
        yield warns(
            f"Deze zin heeft {sentence.words} woorden: ‘{_short(sentence.text)}’.",
            f"Hoogstens {MOST_WORDS} woorden leest prettig.",
            "Maak er twee zinnen van.",
        )


def _asking_about_easy(draft: Draft, around: Surroundings) -> Iterator[Finding]:
    texts = [draft.easy_vignette, draft.easy_stem, draft.easy_explanation]
    texts += [text for option in draft.options for text in (option.easy_text, option.easy_explanation)]
    if not any(texts):
        return
    if not has_easy(draft, draft.options):
        yield warns(
            f"In makkelijke taal ontbreekt nog: {', '.join(_not_easy(draft))}.",
            "Lezers kunnen makkelijke taal pas kiezen als alles er is.",
            "Vul aan wat ontbreekt, of haal de makkelijke taal weg.",
        )
    if _betrays(draft, [option.easy_text for option in draft.options]):
        yield _longest_is_right(" in makkelijke taal")
    yield from _hard_sentences(texts)
    if around.unheard:
        yield warns(
            f"Zonder goed geluid: {', '.join(around.unheard)}.",
            "Wie makkelijk leest, kan alles ook horen.",
            "Bewaar de vraag en zet het geluid erbij op het scherm ‘Geluid’.",
        )


def _hard_sentences(texts: Sequence[str]) -> Iterator[Finding]:
    for sentence in overlong(texts, MOST_EASY_WORDS):
        yield warns(
            f"Deze zin in makkelijke taal heeft {sentence.words} woorden: ‘{_short(sentence.text)}’.",
            f"Hoogstens {MOST_EASY_WORDS}.",
            "Maak er twee zinnen van.",
        )
    average = average_length(texts)
    if average is not None and average > MOST_EASY_AVERAGE:
        yield warns(
            f"De zinnen in makkelijke taal hebben gemiddeld {average:.1f} woorden.".replace(".", ",", 1),
            f"Gemiddeld hoogstens {MOST_EASY_AVERAGE}.",
            "Maak de langste zinnen korter.",
        )


def _not_easy(draft: Draft) -> Iterator[str]:
    if draft.vignette and not draft.easy_vignette:
        yield "situatie"
    if not draft.easy_stem:
        yield "vraag"
    if draft.kind is Kind.REAL_OR_FAKE:
        return
    lacking = (n for n, option in enumerate(draft.options, 1) if not (option.easy_text or option.channel))
    yield from (f"antwoord {number}" for number in lacking)


def _betrays(draft: Draft, texts: Sequence[str]) -> bool:
    """Tell whether the only right answer is far longer than every other."""
    right = [place for place, option in enumerate(draft.options) if _is_key(draft, option)]
    if len(right) != 1 or len(texts) < 2:
        return False
    length = len(texts[right[0]].strip())
    others = max(len(text.strip()) for place, text in enumerate(texts) if place != right[0])
    return length >= others * LONGER_BY and length >= others + LETTERS_LONGER


def _is_key(draft: Draft, option: Option) -> bool:
    return draft.asks_for_a_key and draft.kind is not Kind.CHANNEL and option.is_right


def _longest_is_right(where: str) -> Finding:
    return warns(
        f"Het goede antwoord is het langste{where}.",
        "Antwoorden die even lang zijn, verraden niets.",
        "Maak het goede antwoord korter, of een ander langer.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
