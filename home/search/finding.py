"""Finding: one question to the database for the lexicon, one for the pages, whatever is asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, ExpressionWrapper, F, JSONField, OuterRef, Q, Value, When
from wagtail.models import Page, PageViewRestriction

from home.search.lexicon import Lexicon, Place, stems_of
from home.search.models import PageWord, StoredLexicon
from home.search.question import Question, understand
from home.search.ranking import Standing, rank

FACETS = ("thema", "groep")
MOST_PLACES = 3
WEIGHT_OF_A_PLACE = 20


@dataclass(frozen=True)
class Hit:
    """A page as a card shows it, and what it is about."""

    pk: int
    title: str
    url: str
    summary: str
    slug: str
    content_type: ContentType
    labels: frozenset[str]
    is_chosen: bool = False


@dataclass(frozen=True)
class Choice:
    """One way to narrow the results, with how many are left then; `is_on` when it is what they are narrowed by."""

    kind: str
    slug: str
    name: str
    count: int
    is_on: bool


@dataclass(frozen=True)
class Findings:
    """What was found for a question; `is_whole` is False when no page has all words."""

    question: Question
    hits: list[Hit]
    places: list[Place]
    choices: list[Choice]
    is_whole: bool

    @property
    def has_any(self) -> bool:
        return bool(self.hits or self.places)

    def of_kind(self, kind: str) -> list[Choice]:
        return [choice for choice in self.choices if choice.kind == kind]


class _Remembered:
    """The lexicon as this process read it last, so that it is read again only when it is another one."""

    mark, lexicon = "", Lexicon()


def lexicon_now() -> Lexicon:
    """The lexicon of now, in one question to the database; an empty one on a site whose clock never ran."""
    content = Case(When(mark=_Remembered.mark, then=Value(None)), default=F("content"), output_field=JSONField())
    row = StoredLexicon.objects.annotate(news=content).values_list("mark", "news").first()
    if row is None:
        return Lexicon()
    mark, news = row
    if news is None:
        return _Remembered.lexicon
    lexicon = Lexicon.from_json(news)
    _Remembered.mark, _Remembered.lexicon = mark, lexicon
    return lexicon


def find(query: str, narrowed: dict[str, str], at: datetime) -> Findings:
    """Look for a clean query among all pages, narrowed by kind and slug of facets; unknown slugs find nothing."""
    lexicon = lexicon_now()
    question = understand(query, lexicon)
    bets = lexicon.bets.get(" ".join(stems_of(query)), [])
    standings, cards = _read(question, bets, at)
    ranked = rank(question, standings, lexicon)
    chosen = [pk for pk in bets if pk in cards]
    order = [*chosen, *(found.page for found in ranked if found.page not in chosen)]
    hits = [_hit(cards[pk], is_chosen=pk in chosen) for pk in order]
    wanted = {kind: f"{kind}:{slug}" for kind, slug in narrowed.items() if slug}
    return Findings(
        question=question,
        hits=[hit for hit in hits if hit.labels.issuperset(wanted.values())],
        places=_places(question, lexicon),
        choices=[choice for kind in FACETS for choice in _choices(kind, hits, wanted, lexicon)],
        is_whole=bool(ranked) and ranked[0].answered == len(question.terms),
    )


CARD = ("page__page__title", "page__page__url_path", "page__page__slug", "page__page__content_type_id")
ABOUT = ("page__page__contentpage__summary", "page__theme", "page__groups", "page__municipality_id")


def _read(question: Question, bets: Sequence[int], at: datetime) -> tuple[list[Standing], dict[int, tuple]]:
    """Where the stems stand, and the cards of those pages and of the chosen ones by their key."""
    here = ExpressionWrapper(OuterRef("page__page__path"), output_field=CharField())
    restricted = PageViewRestriction.objects.annotate(here=here).filter(here__startswith=F("page__path"))
    may_be_read = Q(page__page__expire_at=None) | Q(page__page__expire_at__gt=at)
    asked = Q(stem__in=question.stems) | Q(page_id__in=bets)
    rows = (
        PageWord.objects.filter(may_be_read, asked, page__page__live=True)
        .exclude(Exists(restricted))
        .values_list("page_id", "stem", "weight", *CARD, *ABOUT)
    )
    weights: dict[int, dict[str, int]] = {}
    cards: dict[int, tuple] = {}
    for pk, stem, weight, *card in rows:
        weights.setdefault(pk, {})[stem] = weight
        cards[pk] = (pk, *card)
    return [Standing(pk, found, cards[pk][-1]) for pk, found in weights.items()], cards


def _hit(card: tuple, *, is_chosen: bool) -> Hit:
    pk, title, url_path, slug, kind, summary, theme, groups, _ = card
    labels = frozenset([*([f"thema:{theme}"] if theme else []), *(f"groep:{group}" for group in groups.split())])
    url = Page(pk=pk, url_path=url_path).get_url() or "/"
    return Hit(pk, title, url, summary or "", slug, ContentType.objects.get_for_id(kind), labels, is_chosen)


def _choices(kind: str, hits: Sequence[Hit], wanted: dict[str, str], lexicon: Lexicon) -> Iterable[Choice]:
    """The values of one facet, counted over what the other facets leave, the commonest first."""
    others = {label for facet, label in wanted.items() if facet != kind}
    left = [hit.labels for hit in hits if hit.labels >= others]
    counts = Counter(label for labels in left for label in labels if label.startswith(f"{kind}:"))
    counts.setdefault(wanted.get(kind, ""), 0)
    for label, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if label in lexicon.names:
            is_on = label == wanted.get(kind)
            yield Choice(kind, label.removeprefix(f"{kind}:"), lexicon.names[label], count, is_on)


def _places(question: Question, lexicon: Lexicon) -> list[Place]:
    """What else answers all words, by the same rules; only what is itself called so, not what is merely related."""
    standings = [
        Standing(number, dict.fromkeys(place.stems, WEIGHT_OF_A_PLACE)) for number, place in enumerate(lexicon.places)
    ]
    found = [each for each in rank(question, standings, lexicon) if each.answered == len(question.terms)]
    return [lexicon.places[each.page] for each in found[:MOST_PLACES]]
