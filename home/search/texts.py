"""Every text of a page, of whatever kind, with how much a word in it weighs.

No list of fields: what is text is found, also in a kind of page or a row of a page that comes later. Left out are what
is an address and what is a choice from a list.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from home.search.words import stem, words_of

# A word in the title counts as ten in the text, one in the summary as five, and so on; no word counts more than 99.
WEIGHTS = {"title": 10, "headline": 10, "summary": 5, "lead": 5, "also_called": 8}
OF_THEME_OR_GROUP = 3
MOST_OF_ONE_FIELD = 5
MOST = 99
NOT_READ = frozenset({"draft_title", "path", "url_path", "content_type", "locale"})
ADDRESSES = (models.SlugField, models.URLField, models.EmailField)


def texts_of(page: Page) -> Iterator[tuple[int, str]]:
    """The texts of a page of its own kind, of the rows that belong to it, and the names of what it is about."""
    yield from _texts(page)
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            yield from ((1, text) for _, text in _texts(row))
    if getattr(page, "theme", None):
        yield OF_THEME_OR_GROUP, page.theme.name
    if hasattr(page, "target_groups"):
        for group in page.target_groups.all():
            yield OF_THEME_OR_GROUP, f"{group.name}\n{group.self_description}"


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model that hold words for readers."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField, StreamField))
        and not isinstance(field, ADDRESSES)
        and not field.choices
        and field.name not in NOT_READ
    ]


def _texts(thing: models.Model) -> Iterator[tuple[int, str]]:
    for field in text_fields(type(thing)):
        value = field.value_from_object(thing)
        told = field.get_searchable_content(value) if hasattr(field, "get_searchable_content") else [value]
        yield WEIGHTS.get(field.name, 1), "\n".join(str(text) for text in told if text)


def weighed(texts: Iterable[tuple[int, str]]) -> dict[str, tuple[str, int]]:
    """The stems of texts, each with its most written form and its weight."""
    weights: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for weight, text in texts:
        words = words_of(text, also_joined=True)
        for word in words:
            forms[stem(word)][word] += 1
        for each, count in Counter(map(stem, words)).items():
            weights[each] += weight * min(count, MOST_OF_ONE_FIELD)
    return {each: (forms[each].most_common(1)[0][0], min(weight, MOST)) for each, weight in weights.items() if each}
