"""Which pages an evaluation is about: those the campaign had when its period began, whatever was added afterwards."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from campagne.content.models import CampaignPage, ContentPage
from campagne.measurement.dashboard.selection import part_of
from doelgroepen.models import Municipality, TargetGroup, Theme

PUBLISHED = "wagtail.publish"


def pages_now(campaign: CampaignPage) -> list[int]:
    """The campaign's own page, its modules and the pages of its quiz, as they stand in its newest draft."""
    return _parts(campaign, campaign.latest_revision)


def pages_at_start(campaign: CampaignPage, first: date) -> list[int]:
    """The same as they stood when `first` began, or when the campaign was first published after that."""
    published = PageLogEntry.objects.filter(page_id=campaign.pk, action=PUBLISHED).exclude(revision=None)
    before = published.filter(timestamp__lt=_begin_of(first)).order_by("timestamp").last()
    entry = before or published.order_by("timestamp").first()
    revision = Revision.objects.filter(pk=entry.revision_id).first() if entry else campaign.live_revision
    return _parts(campaign, revision)


def other_pages(theme: Theme, municipality: Municipality | None, without: list[int], until: date) -> list[int]:
    """The pages about the same theme that readers could open by then: the region's, and those of this municipality."""
    pages = ContentPage.objects.about(theme).offered_in(municipality).exclude(pk__in=without)
    published = pages.filter(first_published_at__lt=_begin_of(until + timedelta(days=1)))
    return list(published.order_by("pk").values_list("pk", flat=True))


def are_sensitive(pages: list[int]) -> bool:
    """Whether one of them is for a group whose small numbers stay inside longer."""
    return TargetGroup.objects.filter(page_labels__content_object__in=pages, is_sensitive=True).exists()


def quiz_of(campaign: CampaignPage) -> int | None:
    """The quiz of the newest draft."""
    return _content(campaign, campaign.latest_revision).get("quiz")


def _parts(campaign: CampaignPage, revision: Revision | None) -> list[int]:
    content = _content(campaign, revision)
    modules = [chosen["module"] for chosen in content.get("chosen_modules", [])]
    parts = Q(pk__in=[campaign.pk, *modules])
    if quiz := content.get("quiz"):
        parts |= Q(quizpage__quiz=quiz)
    if revision is None:
        parts = part_of(campaign)
    return sorted(ContentPage.objects.filter(parts).distinct().values_list("pk", flat=True))


def _content(campaign: CampaignPage, revision: Revision | None) -> Mapping[str, Any]:
    return revision.content if revision else {"quiz": campaign.quiz_id}


def _begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
