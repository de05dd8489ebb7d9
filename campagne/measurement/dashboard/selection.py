"""Which figures somebody looks at: a period and pages, never more than they may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from campagne.content.models import CampaignPage, ContentPage
from campagne.figures.disclosure import Audience
from campagne.guided.report.visitors import Held, meetings_held
from campagne.measurement.context.happening import Happening, events_chosen, happenings_in
from campagne.measurement.dashboard.groups import sessions_chosen
from campagne.measurement.periods import Period
from campagne.staff.ownership import mine, municipalities_of, usable_by
from doelgroepen.models import Municipality, TargetGroup, Theme

USUAL_DAYS = 28
OF_CONTENT = ("thema", "doelgroep", "gemeente", "campagne")
FILTERS = (*OF_CONTENT, "pagina")
"""What can be chosen beside a period, by its name in an address."""


@dataclass(frozen=True)
class Selection:
    """A period and the pages that count; `pages` are ids or a query for them, or None for every page there ever was.

    `sessions` are the guided sessions that count with the cluster of their answers, or None for all. `words` says what
    was chosen, for captions and exports. `is_sensitive` raises the threshold of small numbers, and so does another
    `audience`. `events` may say what happened meanwhile. `groups` and `places` are those that may have figures of their
    own, None is all.
    """

    period: Period
    pages: QuerySet | Sequence[int] | None
    words: tuple[str, ...]
    today: date
    page: Page | None = None
    is_sensitive: bool = False
    sessions: Mapping[int, str] | None = None
    events: QuerySet | None = None
    theme: Theme | None = None
    group: TargetGroup | None = None
    place: Municipality | None = None
    campaign: CampaignPage | None = None
    groups: QuerySet[TargetGroup] | None = None
    places: QuerySet[Municipality] | None = None
    audience: Audience = Audience.STAFF

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What happened in the period, with the numbers that all charts and lists of it share."""
        return () if self.events is None else happenings_in(self.events, self.period)

    @cached_property
    def meetings(self) -> Mapping[int, tuple[Held, ...]]:
        """The meetings that were held in those sessions, in whatever period, by session."""
        return meetings_held(None if self.sessions is None else self.sessions.keys())


def sees_all(user: Any) -> bool:
    return user.has_perm("staff.view_all_figures")


def pages_of(user: Any) -> QuerySet:
    """The pages whose figures this person may see: the region's and their own municipality's."""
    if sees_all(user):
        return Page.objects.all()
    regional = Q(contentpage__isnull=True) | Q(contentpage__municipality__isnull=True)
    return Page.objects.filter(regional | mine(user, "contentpage__municipality"))


def places_of(user: Any) -> QuerySet[Municipality]:
    """The municipalities whose own figures this person may ask for."""
    return Municipality.objects.all() if sees_all(user) else Municipality.objects.filter(pk__in=municipalities_of(user))


def groups_of(user: Any) -> QuerySet[TargetGroup]:
    """The groups whose figures this person may ask for."""
    return TargetGroup.objects.all() if sees_all(user) else TargetGroup.objects.filter(usable_by(user)).distinct()


def selected(period: Period, chosen: Mapping[str, Any], *, user: Any, today: date) -> Selection:
    """What was chosen, by the names of the filters, within what this person may see; nothing chosen is all of that."""
    is_whole = sees_all(user)
    return Selection(
        period,
        _pages_chosen(user, chosen),
        tuple(f"{name}: {chosen[name]}" for name in FILTERS if chosen.get(name)),
        today,
        page=chosen.get("pagina"),
        is_sensitive=_is_sensitive(chosen.get("doelgroep"), chosen.get("pagina")),
        sessions=sessions_chosen(user, chosen),
        events=events_chosen(user, chosen, sees_all=is_whole),
        theme=chosen.get("thema"),
        group=chosen.get("doelgroep"),
        place=chosen.get("gemeente"),
        campaign=chosen.get("campagne"),
        groups=None if is_whole else groups_of(user),
        places=None if is_whole else places_of(user),
    )


def _is_sensitive(group: TargetGroup | None, page: Page | None) -> bool:
    """Whether the figures are about a group whose small numbers stay inside longer."""
    if group:
        return group.is_sensitive
    return page is not None and TargetGroup.objects.filter(page_labels__content_object=page, is_sensitive=True).exists()


def _pages_chosen(user: Any, chosen: Mapping[str, Any]) -> Sequence[int] | QuerySet | None:
    """As numbers, because a dozen questions are about them; everything that may be seen stays a query, or None."""
    pages = pages_of(user)
    if not any(chosen.get(name) for name in FILTERS):
        return None if sees_all(user) else pages.values("pk")
    if page := chosen.get("pagina"):
        pages = pages.filter(pk=page.pk)
    if any(chosen.get(name) for name in OF_CONTENT):
        pages = pages.filter(pk__in=_content_chosen(chosen).values("pk"))
    return list(pages.order_by().values_list("pk", flat=True))


def _content_chosen(chosen: Mapping[str, Any]) -> QuerySet:
    content = ContentPage.objects.all()
    if theme := chosen.get("thema"):
        content = content.about(theme)
    if group := chosen.get("doelgroep"):
        content = content.for_group(group)
    if place := chosen.get("gemeente"):
        content = content.filter(municipality=place)
    if campaign := chosen.get("campagne"):
        content = content.filter(part_of(campaign))
    return content


def part_of(campaign: CampaignPage) -> Q:
    """Select the campaign's own page, its modules and the pages of its quiz."""
    parts = Q(pk=campaign.pk) | Q(modulepage__used_in_campaigns__campaign=campaign)
    return parts | Q(quizpage__quiz=campaign.quiz_id) if campaign.quiz_id else parts
