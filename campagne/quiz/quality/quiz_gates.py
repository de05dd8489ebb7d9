"""What is looked at over all questions of a quiz together, without a database."""

from collections.abc import Iterator, Sequence

from campagne.quiz.quality.findings import Finding, blocks, warns
from campagne.quiz.questions.draft import Draft, truth_of
from campagne.quiz.questions.rendering import has_easy
from campagne.quiz.questions.scoring import Kind

# From so many questions on it is no accident that the right answer stands at one place.
ENOUGH_TO_SEE = 3
PLACED = ({Kind.SINGLE, Kind.CHANNEL}, {Kind.TRUE_FALSE})


def findings_of_quiz(drafts: Sequence[Draft], unheard: Sequence[str] = ()) -> list[Finding]:
    """Judge the questions of a quiz in their order; `unheard` names what cannot be heard of those in easy words."""
    found = [*_messages(drafts), *_places(drafts), *_easy(drafts, unheard)]
    return sorted(found, key=lambda finding: not finding.blocks)


def _messages(drafts: Sequence[Draft]) -> Iterator[Finding]:
    """Who is shown only fakes learns to distrust everything."""
    told = (truth_of(draft.options) for draft in drafts if draft.kind is Kind.REAL_OR_FAKE)
    truths = [truth for truth in told if truth]
    for truth, only, other in (("real", "nep", "echt"), ("fake", "echt", "nep")):
        if truths and truth not in truths:
            yield blocks(
                f"Alle berichten bij ‘echt of nep’ ({len(truths)}) zijn {only}.",
                "Echte en neppe berichten staan door elkaar; anders leert iemand niets onderscheiden.",
                f"Zet er minstens één bericht bij dat {other} is.",
                field="parts",
            )


def _places(drafts: Sequence[Draft]) -> Iterator[Finding]:
    for kinds in PLACED:
        places = [place for draft in drafts if draft.kind in kinds and (place := _place_of_right(draft))]
        if len(places) >= ENOUGH_TO_SEE and len(set(places)) == 1:
            yield warns(
                f"Bij alle {len(places)} vragen is antwoord {places[0]} het goede.",
                "Wie dat merkt, hoeft niet meer te lezen.",
                "Zet het goede antwoord bij een paar vragen op een andere plek.",
            )


def _place_of_right(draft: Draft) -> int:
    """The place, from 1, of the only right answer; 0 where there is none, or more."""
    right = [place for place, option in enumerate(draft.options, 1) if option.is_right]
    return right[0] if draft.asks_for_a_key and len(right) == 1 else 0


def _easy(drafts: Sequence[Draft], unheard: Sequence[str]) -> Iterator[Finding]:
    easy = sum(has_easy(draft, draft.options) for draft in drafts)
    if 0 < easy < len(drafts):
        yield warns(
            f"{easy} van de {len(drafts)} vragen {'heeft' if easy == 1 else 'hebben'} makkelijke taal.",
            "Bij de start kan iemand makkelijke taal alleen kiezen als elke vraag die heeft.",
            "Vul de andere vragen aan.",
        )
    elif drafts and easy == len(drafts) and unheard:
        yield warns(
            f"In makkelijke taal is nog niet alles te horen: {'; '.join(unheard)}.",
            "Bij de start staat nu ‘Makkelijk lezen’, zonder ‘en luisteren’.",
            "Zet het geluid erbij op het scherm ‘Geluid’ van de vraag.",
        )
