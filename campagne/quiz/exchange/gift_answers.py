"""What stands between the braces of a question in GIFT. Its escaped marks are hidden before it comes here."""

import re
from collections.abc import Iterator

from campagne.quiz.exchange.gift_notation import read_text, seen
from campagne.quiz.exchange.item import FALSE, TRUE, Choice, ItemKind, found_instead, shortened, too_many
from campagne.quiz.exchange.weights import FULL, NONE, Weighted, choices_of

Answers = tuple[ItemKind | None, tuple[Choice, ...], str, tuple[str, ...]]

GENERAL, MATCHES = "####", "->"
ADVICE = "Maak er een vraag met antwoorden om uit te kiezen van."
NOT_CARRIED = {
    "essay": f"Een open vraag kennen wij niet. {ADVICE}",
    "numerical": f"Een vraag naar een getal kennen wij niet. {ADVICE}",
    "short": f"Een vraag waarbij iemand het antwoord typt, kennen wij niet. {ADVICE}",
    "matching": "Een vraag waarbij iemand tweetallen maakt, kennen wij niet. Maak er een volgorde of losse vragen van.",
}
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_WEIGHT = re.compile(r"%(-*\d{1,3}\.?\d*)%")
_ORDER = re.compile(r">\s*\d+(?:[ \t]+[A-Za-z_0-9]+)*[ \t]*(?:\n|$)")


def answers_in(body: str, text_format: str, line: int) -> Answers:
    """Read the kind, the answers, what is said afterwards and what is lost; without a kind, why it is not carried."""
    body, _, general = body.strip().rpartition(GENERAL) if GENERAL in body else (body.strip(), "", "")
    feedback, lost, _ = read_text(general, text_format)
    kind, choices, notes = _read(body.strip(), text_format, line)
    return kind, choices, feedback, (*lost, *notes) if kind else notes


def _read(body: str, text_format: str, line: int) -> tuple[ItemKind | None, tuple[Choice, ...], tuple[str, ...]]:
    if why := too_many(max(body.count("~"), body.count("="), body.count("\n"))):
        return None, (), (why,)
    if not body:
        return None, (), (NOT_CARRIED["essay"],)
    if body.startswith("#"):
        return None, (), (NOT_CARRIED["numerical"],)
    if body.startswith(">"):
        return _order(body, text_format, line)
    if "~" in body:
        return _choices(body, text_format, line)
    if "=" in body and MATCHES in body:
        return _matching(body, text_format)
    told, *feedbacks = body.split("#", 2)
    if told.strip() in _TRUTHS:
        return _true_false(_TRUTHS[told.strip()], feedbacks, text_format)
    if body.startswith("="):
        return None, (), (NOT_CARRIED["short"],)
    found = f"‘{shortened(seen(body), 30)}’"
    advice = "Zet = voor het goede antwoord en ~ voor elk ander."
    return None, (), (found_instead(f"Regel {line}", found, "antwoorden met = en ~, of TRUE of FALSE", advice),)


def _true_false(
    is_true: bool, feedbacks: list[str], text_format: str
) -> tuple[ItemKind, tuple[Choice, ...], tuple[str, ...]]:
    """The first feedback is for who is wrong, the second for who is right."""
    (wrong, lost, _), (right, more, _) = (read_text(text, text_format) for text in [*feedbacks, "", ""][:2])
    said = (right, wrong) if is_true else (wrong, right)
    return ItemKind.TRUE_FALSE, (Choice(TRUE, is_true, said[0]), Choice(FALSE, not is_true, said[1])), (*lost, *more)


def _choices(body: str, text_format: str, line: int) -> tuple[ItemKind | None, tuple[Choice, ...], tuple[str, ...]]:
    kind = ItemKind.SINGLE if "=" in body else ItemKind.MULTIPLE
    before, *written = body.replace("=", "~=").split("~")
    if before.strip():
        found = f"‘{shortened(seen(before), 30)}’ voor het eerste antwoord"
        return None, (), (found_instead(f"Regel {line}", found, "= of ~ voor elk antwoord", "Zet er = of ~ voor."),)
    read = [_weighted(answer.strip(), text_format) for answer in written]
    if len(read) < 2 or not all(answer.text for answer, _ in read):
        found = f"{len(read)} {'antwoord' if len(read) == 1 else 'antwoorden'}, waarvan er een leeg kan zijn"
        return None, (), (found_instead(f"Regel {line}", found, "minstens twee antwoorden met tekst", "Vul aan."),)
    choices, notes = choices_of([answer for answer, _ in read], kind)
    return kind, choices, (*(note for _, lost in read for note in lost), *notes)


def _weighted(answer: str, text_format: str) -> tuple[Weighted, tuple[str, ...]]:
    weight = NONE
    if answer.startswith("="):
        weight, answer = FULL, answer[1:]
    elif told := _WEIGHT.match(answer):
        number = told[1].lstrip("-")
        weight = float(number) * (-1 if told[1].startswith("-") else 1)
        answer = answer[told.end() :]
    written, _, said = answer.partition("#")
    (text, lost, _), (feedback, more, _) = read_text(written, text_format), read_text(said, text_format)
    return Weighted(text, weight, feedback), (*lost, *more)


def _matching(body: str, text_format: str) -> tuple[ItemKind | None, tuple[Choice, ...], tuple[str, ...]]:
    """Pairs of a text and its place are an order; other pairs are not carried."""
    pairs = [pair.partition(MATCHES) for pair in body.split("=") if pair.strip()]
    places = [seen(place).strip() for _, _, place in pairs]
    if len(pairs) < 2 or sorted(places) != sorted(str(place) for place in range(1, len(pairs) + 1)):
        return None, (), (NOT_CARRIED["matching"],)
    in_order = sorted(pairs, key=lambda pair: int(seen(pair[2]).strip()))
    return _ordered([text for text, _, _ in in_order], text_format)


def _order(body: str, text_format: str, line: int) -> tuple[ItemKind | None, tuple[Choice, ...], tuple[str, ...]]:
    head = _ORDER.match(body)
    texts = body[head.end() :].split("\n") if head else []
    if len([text for text in texts if text.strip()]) < 2:
        expected = "> met een getal, en daaronder elk onderdeel op een eigen regel"
        return None, (), (found_instead(f"Regel {line}", "een volgorde zonder onderdelen", expected, "Vul aan."),)
    return _ordered(texts, text_format)


def _ordered(texts: list[str], text_format: str) -> tuple[ItemKind, tuple[Choice, ...], tuple[str, ...]]:
    read = list(_texts(texts, text_format))
    return ItemKind.ORDER, tuple(Choice(text) for text, _ in read), tuple(note for _, lost in read for note in lost)


def _texts(texts: list[str], text_format: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for written in filter(str.strip, texts):
        text, lost, _ = read_text(written, text_format)
        yield text, lost
