"""The report guide of the demo: its groups and types, each linked to the page about it. What exists stays as it is."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from campagne.content.models import ContentPage, QuizPage
from campagne.demo.guide_entries import CallEntry, GuideEntry, OutcomeEntry, TypeEntry
from campagne.demo.publishing import put_page
from campagne.demo.streams import Shelf
from campagne.report_guide.models import Category, IncidentTypePage, ReportGuidePage
from campagne.report_guide.outcome import OutcomeBlocks
from campagne.report_guide.words import MONEY_QUESTION, WHO_QUESTION
from doelgroepen.models import Theme

# Tricks of criminals change fast, so what is said about them is looked at twice a year.
LOOK_AGAIN_AFTER = timedelta(days=182)


@transaction.atomic
def put_guide(entry: GuideEntry, home: Page, shelf: Shelf) -> int:
    """Put each group and type that is not there; return how many are new."""
    guide = ReportGuidePage.objects.child_of(home).get()
    there = set(guide.get_children().values_list("slug", flat=True))
    categories = {category.slug: category for category in guide.categories.all()}
    missing = [each for each in entry.categories if each.slug not in categories]
    for place, each in enumerate(missing, start=len(categories)):
        categories[each.slug] = Category.objects.create(page=guide, sort_order=place, **asdict(each))
    articles = {page.slug: page for page in ContentPage.objects.not_type(QuizPage).defer_streamfields()}
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    new = [each for each in entry.types if each.slug not in there]
    for each in new:
        page = _page(each, articles[each.article], shelf)
        page.theme, page.category = themes[each.theme], categories.get(each.category)
        put_page(guide, page)
    return len(missing) + len(new)


def _page(entry: TypeEntry, article: ContentPage, shelf: Shelf) -> IncidentTypePage:
    reviewed_on = article.reviewed_on or timezone.localdate()
    raw = [
        {"type": "outcome", "value": _outcome(entry, outcome, shelf, reviewed_on + LOOK_AGAIN_AFTER)}
        for outcome in entry.outcomes
    ]
    block = OutcomeBlocks()
    return IncidentTypePage(
        slug=entry.slug,
        title=entry.title,
        summary=entry.summary,
        search_description=f"{entry.title}. Lees wat u eerst doet en waar u het meldt.",
        sign=entry.sign,
        is_for_victims=entry.is_for_victims,
        who_question=entry.who_question or WHO_QUESTION,
        money_question=entry.money_question or MONEY_QUESTION,
        also_called=entry.also_called,
        article=article,
        sources=article.specific.sources,
        reviewed_on=reviewed_on,
        outcomes=block.clean(block.to_python(raw)),
    )


def _outcome(entry: TypeEntry, outcome: OutcomeEntry, shelf: Shelf, review_by: date) -> dict[str, Any]:
    return {
        "roles": list(outcome.roles),
        "money": outcome.money,
        "comfort": outcome.comfort or entry.comfort,
        "acts": [asdict(act) for act in outcome.acts],
        "channels": _calls(outcome.channels, shelf),
        "complaint": outcome.complaint or entry.complaint,
        "complaint_note": outcome.complaint_note or entry.complaint_note,
        "bring": list(entry.bring),
        "afterwards": outcome.afterwards or entry.afterwards,
        "help": _calls(entry.help, shelf),
        "review_by": review_by.isoformat(),
    }


def _calls(calls: Iterable[CallEntry], shelf: Shelf) -> list[dict[str, Any]]:
    return [{**asdict(call), "channel": shelf.channels[call.channel]} for call in calls]
