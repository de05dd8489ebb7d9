"""Which answers may leave in a file: what the screen shows, and nothing that tells who, where or at what time."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum
from django.db.models.functions import TruncDate

from campagne.figures.disclosure import DEFAULT, Audience, Figure, Kind, Outcome, publishable, publishable_item
from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.results import attempt_counts, item_result
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.exchange.columns import BOTH_MEDIA, ONLINE
from campagne.quiz.exchange.leaving_media import media_told
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersionItem
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Construct

MOST_ANSWERS = 100_000
Asked = tuple[int, str]
"""A version of a question in a block."""


@dataclass(frozen=True)
class Leaving:
    """What may leave of a quiz. Without `refusal` there are enough attempts, and without `refusal_of_rows` enough of
    them are still there to give each a row, and few enough for a file.

    `withheld` are answered questions that the screen does not show either, with the reason; nothing about them leaves.
    """

    quiz: Quiz
    refusal: str
    refusal_of_rows: str
    versions: Mapping[int, QuestionVersion]
    allowed: frozenset[Asked]
    withheld: Mapping[Asked, str]
    places: Mapping[tuple[int, int, str], int]
    groups: Mapping[str, str | None]
    days: frozenset[tuple[date, str | None]]
    media_told: frozenset[str | None]

    @classmethod
    def of(cls, quiz: Quiz, at_most: int | None = MOST_ANSWERS) -> "Leaving":
        """Decide about a quiz; a dozen queries, however many answers there are."""
        patterns = _patterns(quiz)
        places = _places(quiz)
        wanted = {version for version, _ in patterns} | {version for _, version, _ in places}
        found = QuestionVersion.objects.select_related("series").prefetch_related("options").in_bulk(wanted)
        outcomes = {asked: _outcome(found[asked[0]], counted) for asked, counted in patterns.items()}
        groups = _groups(quiz)
        return cls(
            quiz=quiz,
            refusal=_refusal(quiz),
            refusal_of_rows=_refusal(quiz) or _refusal_of_rows(quiz, at_most),
            versions=found,
            allowed=frozenset(asked for asked, outcome in outcomes.items() if outcome.is_shown),
            withheld={asked: str(outcome) for asked, outcome in outcomes.items() if not outcome.is_shown},
            places=places,
            groups=groups,
            days=_days(quiz, groups),
            media_told=media_told(quiz, groups),
        )

    def medium_of(self, cluster: str, media: Collection[str]) -> str | None:
        """On what this was answered, where that may be told."""
        if self.groups.get(cluster) not in self.media_told:
            return None
        return next(iter(media)) if len(media) == 1 else BOTH_MEDIA

    @property
    def asked(self) -> list[Asked]:
        """What may leave, in the order of the blocks and of the places in the newest version that asks it."""
        last = {(version, block): order for (_, version, block), order in sorted(self.places.items())}
        blocks = list(Block)
        return sorted(self.allowed, key=lambda asked: (blocks.index(Block(asked[1])), last.get(asked, 0), asked[0]))


def _patterns(quiz: Quiz) -> dict[Asked, Counter[str]]:
    patterns: dict[Asked, Counter[str]] = {}
    given = answers_by(Selection(quizzes=[quiz]), "version", "block", "pattern")
    for (version, block, pattern), times in given.items():
        patterns.setdefault((version, block), Counter())[pattern] += times
    return patterns


def _places(quiz: Quiz) -> dict[tuple[int, int, str], int]:
    items = QuizVersionItem.objects.filter(quiz_version__quiz=quiz).exclude(version=None)
    rows = items.values_list("quiz_version", "version", "block", "order")
    return {(quiz_version, version, block): order for quiz_version, version, block, order in rows}


def code_of(version: QuestionVersion) -> str:
    """What a version is called in the files: its series and its number in that."""
    return f"r{version.series_id}v{version.number}"


def _outcome(version: QuestionVersion, patterns: Counter[str]) -> Outcome:
    """As on the screen: all answers of a question, or none."""
    item = item_result(version, patterns)
    is_sensitive = version.construct == Construct.INTENTION
    counts = [*(option.count for option in item.options), item.dont_know]
    figures = [Figure(count, Kind.ANSWERS, item.whole, is_sensitive_item=is_sensitive) for count in counts]
    return publishable_item(figures, audience=Audience.STAFF)[0]


def _refusal(quiz: Quiz) -> str:
    outcome = publishable(Figure(attempt_counts(quizzes=[quiz]).begun, Kind.ATTEMPTS), audience=Audience.STAFF)
    return "" if outcome.is_shown else f"Er zijn nog {outcome}. Vanaf {DEFAULT.staff} pogingen kunt u downloaden."


def _refusal_of_rows(quiz: Quiz, at_most: int | None) -> str:
    """Also when much was counted before, a row of one of a few attempts would be a row of somebody."""
    attempts = Attempt.objects.filter(quiz_version__quiz=quiz).count()
    if not publishable(Figure(attempts, Kind.ATTEMPTS), audience=Audience.STAFF).is_shown:
        return f"Er zijn nu minder dan {DEFAULT.staff} losse pogingen. Neem de tellingen, of wacht op meer pogingen."
    given = Response.objects.filter(attempt__quiz_version__quiz=quiz).count()
    if at_most is not None and given > at_most:
        return f"Er zijn meer dan {at_most} losse antwoorden. Vraag de beheerder om ‘export_quiz --answers’."
    return ""


def _groups(quiz: Quiz) -> dict[str, str | None]:
    """A code for every group, that says nothing about which; None for those too small to be told apart.

    Who came alone is a group too. What is left unsaid is enough together, or one more is left unsaid.
    """
    selection = Selection(quizzes=[quiz])
    attempts = Counter(dict(selection.kept_attempts().values_list("cluster").annotate(Sum("count"))))
    attempts.update(dict(selection.attempts_to_count().values_list("cluster").annotate(Count("pk")).order_by()))
    by_size = sorted(attempts, key=lambda cluster: (attempts[cluster], cluster))
    rows = dict(Attempt.objects.filter(quiz_version__quiz=quiz).values_list("cluster").annotate(Count("pk")).order_by())
    unsaid = {c for c in by_size if min(attempts[c], rows.get(c, DEFAULT.staff)) < DEFAULT.staff}
    for cluster in by_size:
        if 0 < sum(attempts[c] for c in unsaid) < DEFAULT.staff:
            unsaid.add(cluster)
    said = sorted(set(by_size) - unsaid - {""})
    codes = {cluster: f"g{number}" for number, cluster in enumerate(said, start=1)}
    return {cluster: None if cluster in unsaid else codes.get(cluster, ONLINE) for cluster in by_size}


def _days(quiz: Quiz, groups: Mapping[str, str | None]) -> frozenset[tuple[date, str | None]]:
    """The days on which enough attempts of one group began to say which day it was."""
    attempts = Attempt.objects.filter(quiz_version__quiz=quiz).annotate(day=TruncDate("started_at"))
    often = Counter[tuple[date, str | None]]()
    for day, cluster, times in attempts.values_list("day", "cluster").annotate(Count("pk")).order_by():
        often[day, groups.get(cluster)] += times
    return frozenset(key for key, times in often.items() if times >= DEFAULT.staff)
