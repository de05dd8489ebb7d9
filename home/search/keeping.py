"""The clock's work for the search: read the pages that changed, and make the lexicon anew when anything did."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from time import monotonic

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page, PageQuerySet

from campagne.content.models import ContentPage
from campagne.serving.store.generation import Generation
from doelgroepen.models import TargetGroup, Theme
from home.models import HomePage
from home.search.lexicon import Lexicon, Place, Synonyms, families_of, kin_of, stems_of
from home.search.models import PageWord, ReadPage, StoredLexicon, SynonymSet
from home.search.places import places
from home.search.texts import texts_of, weighed

# Another number reads every page anew, after a change in how words are read.
RULES = 1
SECONDS_AT_A_TIME = 1.0
ROWS_AT_A_TIME = 500
LABELS = (("thema", Theme), ("groep", TargetGroup))


def keep_search(at: datetime, *, seconds: float = SECONDS_AT_A_TIME) -> None:
    """The job of the clock. May run twice; what does not fit in a second is done the next time."""
    day = timezone.localdate(at).isoformat()
    synonyms, bets = [each.understood() for each in SynonymSet.objects.all()], _bets()
    there = places(at)
    due = _mark((RULES, day, Generation.objects.moment().number, synonyms, bets, there))
    if StoredLexicon.objects.filter(made_for=due).exists():
        return
    has_read_all = read_changed(day, seconds=seconds)
    if has_read_all or not StoredLexicon.objects.exclude(made_for="").exists():
        store_lexicon(make_lexicon(synonyms, bets, there), made_for=due if has_read_all else "")


def searched_pages() -> PageQuerySet:
    """Every page that can be found: what is live, of a kind that readers read."""
    return Page.objects.live().type(HomePage, ContentPage)


def read_changed(day: str, *, seconds: float) -> bool:
    """Write down the words of the pages that changed since they were read; False if there was no time for all."""
    states = {pk: f"{RULES}:{revision}:{published}:{day}" for pk, revision, published in _published()}
    known = dict(ReadPage.objects.values_list("page_id", "state"))
    ReadPage.objects.filter(pk__in=known.keys() - states.keys()).delete()
    until = monotonic() + seconds
    for pk in [pk for pk, state in states.items() if known.get(pk) != state]:
        if monotonic() > until:
            return False
        _read(Page.objects.get(pk=pk).specific, states[pk])
    return True


def _published() -> Iterable[tuple]:
    return searched_pages().values_list("pk", "live_revision_id", "last_published_at")


@transaction.atomic
def _read(page: Page, state: str) -> None:
    words = weighed(texts_of(page))
    about = {"state": state}
    if isinstance(page, ContentPage):
        groups = " ".join(group.slug for group in page.target_groups.all())
        about |= {"theme": page.theme.slug if page.theme else "", "groups": groups, "municipality": page.municipality}
    read, _ = ReadPage.objects.update_or_create(page_id=page.pk, defaults=about)
    read.words.all().delete()
    rows = [PageWord(page=read, stem=stem, form=form, weight=weight) for stem, (form, weight) in words.items()]
    PageWord.objects.bulk_create(rows, batch_size=ROWS_AT_A_TIME)


def make_lexicon(synonyms: list[Synonyms], bets: dict[str, list[int]], there: list[Place]) -> Lexicon:
    """Everything that a question needs to be understood, and the names of what results are sorted by."""
    counted = PageWord.objects.values_list("form", "stem").annotate(Count("pk")).order_by("form", "stem")
    forms: dict[str, str] = {}
    pages: dict[str, int] = {}
    for form, stem, count in counted:
        forms[form] = stem
        pages[stem] = pages.get(stem, 0) + count
    for place in there:
        for stem in place.stems:
            pages.setdefault(stem, 1)
            forms.setdefault(stem, stem)
    families = families_of(forms)
    kin = kin_of(forms, pages, families)
    names = {
        f"{kind}:{slug}": name for kind, model in LABELS for slug, name in model.objects.values_list("slug", "name")
    }
    return Lexicon(ReadPage.objects.count(), forms, pages, kin, families, synonyms, bets, there, names)


def store_lexicon(lexicon: Lexicon, *, made_for: str) -> None:
    content = lexicon.as_json()
    values = {"content": content, "mark": _mark(content), "made_for": made_for}
    StoredLexicon.objects.update_or_create(pk=1, defaults=values)


def _bets() -> dict[str, list[int]]:
    """The pages that editors chose for a question, in their order, by the stems of the question."""
    chosen = SearchPromotion.objects.filter(page__isnull=False).select_related("query").order_by("sort_order", "pk")
    bets: dict[str, list[int]] = {}
    for choice in chosen:
        bets.setdefault(" ".join(stems_of(choice.query.query_string)), []).append(choice.page_id)
    return bets


def _mark(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()
