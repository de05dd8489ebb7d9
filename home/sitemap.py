"""What search engines may find: every live page that anybody may read, at the address that readers use."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageQuerySet, Site


class PublicPages(Sitemap):
    """A lesson stands in it once, at its beginning: a step by itself explains nothing.

    Addresses begin as SITE_URL does, whatever the host a visitor asked for.
    """

    def items(self) -> PageQuerySet:
        root = Site.objects.select_related("root_page").get(is_default_site=True).root_page
        not_expired = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
        return root.get_descendants(inclusive=True).live().public().filter(not_expired).order_by("path")

    def location(self, item: Page) -> str:
        return item.get_url() or "/"

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at or item.latest_revision_created_at

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class EasyTexts(PublicPages):
    """The easy texts, each at its own address."""

    def items(self) -> PageQuerySet:
        return super().items().filter(contentpage__easy_texts__isnull=False)

    def location(self, item: Page) -> str:
        return f"{super().location(item)}makkelijk/"


class Addresses(PublicPages):
    """What is no page of the tree: lists of activities, action plans that somebody may begin, public figures."""

    def __init__(self, paths_at: Callable[[datetime], list[str]]) -> None:
        self._paths_at = paths_at

    def items(self) -> list[str]:
        return self._paths_at(timezone.now())

    def location(self, item: str) -> str:
        return item

    def lastmod(self, item: str) -> None:
        return None
