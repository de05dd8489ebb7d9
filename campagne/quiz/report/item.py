"""What was answered to one version of a question in one block."""

from dataclasses import dataclass

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import Figure, Kind
from campagne.figures.estimates import Estimate, design_effect, effective_n
from campagne.figures.notation import number
from campagne.figures.sentences import in_words
from campagne.quiz.answers.results import ItemResult, item_result
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Construct
from campagne.quiz.questions.scoring import Kind as QuestionKind
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.report.flags import Flag, Signs, flags_of
from campagne.quiz.report.given import Given
from campagne.quiz.report.states import StateLine, states_of
from campagne.quiz.report.words import told_together, words

BLOCK_NAMES = {
    Block.PRACTICE: "oefenvraag",
    Block.MEASURE_PRE: "meting vooraf",
    Block.MEASURE_POST: "meting achteraf",
    Block.VOTE: "stemvraag",
}

LANGUAGES = {Rendering.STANDARD.value: "Goed, in gewone taal", Rendering.EASY.value: "Goed, in makkelijke taal"}


@dataclass(frozen=True)
class Line:
    """A name and what is known of it, in words; `is_right` for an answer that is."""

    name: str
    words: str
    is_right: bool = False


@dataclass(frozen=True)
class ItemReport:
    """What was answered. `right` is empty where nothing is scored; everything is where nobody answered."""

    version: QuestionVersion
    block: Block
    place: int | None
    right: tuple[Line, ...] = ()
    states: tuple[StateLine, ...] = ()
    options: tuple[Line, ...] = ()
    renderings: tuple[Line, ...] = ()
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        return bool(self.options)

    @property
    def anchor(self) -> str:
        return f"vraag-{self.version.pk}-{self.block}"

    @property
    def block_name(self) -> str:
        return BLOCK_NAMES[self.block]


def report_item(
    version: QuestionVersion, block: Block, given: Given, *, place: int | None = None, rest: Estimate | None = None
) -> ItemReport:
    """Report one version in one block. `place` is empty where it is not asked any more."""
    patterns = given.patterns(version.pk, block)
    if not patterns:
        return ItemReport(version, block, place)
    item = item_result(version, patterns)
    is_scored = version.is_scored and block is not Block.VOTE
    signs = Signs(item.right, item.dont_know, item.whole, rest)
    return ItemReport(
        version=version,
        block=block,
        place=place,
        right=_right(item, block, given) if is_scored else (),
        states=states_of(item, block, given),
        options=_options(item, is_scored=is_scored, groups=len(_groups(version, block, given)) or None),
        renderings=_renderings(version, block, given) if is_scored else (),
        flags=flags_of(signs) if is_scored and place and block is not Block.MEASURE_POST else (),
        notes=_notes(item, block, given, is_asked_now=bool(place)) if is_scored else (),
    )


def _notes(item: ItemResult, block: Block, given: Given, *, is_asked_now: bool) -> tuple[str, ...]:
    notes = (_worth(item, block, given), _series(item.version, block, given) if is_asked_now else "")
    return tuple(note for note in notes if note)


def _right(item: ItemResult, block: Block, given: Given) -> tuple[Line, ...]:
    """How many were right; who came in groups apart, because people of one group are alike."""
    groups = _groups(item.version, block, given)
    if not groups:
        return (Line("Goed", words(Figure(item.right, Kind.ANSWERS, item.whole))),)
    guided = Figure.guided(groups)
    alone = Figure(item.right - guided.count, Kind.ANSWERS, item.whole - (guided.n or 0))
    if not _can_stand_apart(guided, alone):
        # With both together shown, the one that is withheld could be subtracted; a mixture has no range.
        return (Line("Goed", words(Figure(item.right, Kind.ANSWERS, item.whole, sessions=len(groups)))),)
    how_many = f"{len(groups)} {'groep' if len(groups) == 1 else 'groepen'}"
    lines = [Line(f"Goed, in {how_many}", words(guided))]
    return (*([Line("Goed, online", words(alone))] if alone.n else []), *lines)


def _can_stand_apart(guided: Figure, alone: Figure) -> bool:
    return not alone.n or all(outcome.is_shown for outcome in told_together([guided, alone]))


def _groups(version: QuestionVersion, block: Block, given: Given) -> list[Cluster]:
    results = (item_result(version, patterns) for patterns in given.by_group(version.pk, block).values())
    return [Cluster(result.right, result.whole) for result in results if result.whole]


def _worth(item: ItemResult, block: Block, given: Given) -> str:
    """How many people who have nothing to do with each other the groups are worth."""
    groups = _groups(item.version, block, given)
    if not groups or not any(line.name.startswith("Goed, in") for line in _right(item, block, given)):
        return ""
    if len(groups) == 1:
        return "Eén groep zegt niets over andere groepen. Daarom staat er geen marge bij."
    people = sum(group.trials for group in groups)
    return (
        f"Mensen uit één groep lijken op elkaar. Daarom tellen de {number(people)} antwoorden in groepen als "
        f"{number(effective_n(groups))} van losse mensen (ontwerpeffect {number(design_effect(groups), 1)})."
    )


def _options(item: ItemResult, *, is_scored: bool, groups: int | None) -> tuple[Line, ...]:
    """All answers of a question are shown, or none; "weet ik niet" is one of them. With groups in it: no range."""
    is_sensitive = item.version.construct == Construct.INTENTION
    if item.version.kind == QuestionKind.ORDER:
        counts = [("In de goede volgorde", is_scored, item.right), ("In een andere volgorde", False, item.wrong)]
    else:
        counts = [(o.option.text, is_scored and o.option.is_right, o.count) for o in item.options]
    counts.append(("Weet ik niet", False, item.dont_know))
    kind = {"sessions": groups, "is_sensitive_item": is_sensitive}
    outcomes = told_together([Figure(count, Kind.ANSWERS, item.whole, **kind) for *_, count in counts])
    return tuple(
        Line(text, in_words(outcome), is_right) for (text, is_right, _), outcome in zip(counts, outcomes, strict=True)
    )


def _renderings(version: QuestionVersion, block: Block, given: Given) -> tuple[Line, ...]:
    """How many were right in either language, when both were read."""
    given_so = given.by_words(version.pk, block)
    results = {rendering: item_result(version, patterns) for rendering, patterns in given_so.items()}
    if len(results) < 2:
        return ()
    groups = len(_groups(version, block, given)) or None
    outcomes = told_together(
        [Figure(result.right, Kind.ANSWERS, result.whole, sessions=groups) for result in results.values()]
    )
    named = zip(results, outcomes, strict=True)
    return tuple(Line(LANGUAGES[rendering], in_words(outcome)) for rendering, outcome in named)


def _series(version: QuestionVersion, block: Block, given: Given) -> str:
    """The whole series together, when an earlier version was answered too and none could be found by subtracting."""
    same = [v for v in given.versions.values() if v.series_id == version.series_id and given.patterns(v.pk, block)]
    results = [item_result(v, given.patterns(v.pk, block)) for v in same]
    each = told_together([Figure(r.right, Kind.ANSWERS, r.whole) for r in results])
    if len(same) < 2 or not all(outcome.is_shown for outcome in each):
        return ""
    groups = sum(len(_groups(v, block, given)) for v in same) or None
    whole = Figure(sum(r.right for r in results), Kind.ANSWERS, sum(r.whole for r in results), sessions=groups)
    return f"De {len(same)} versies van deze reeks samen, goed: {words(whole)}."
