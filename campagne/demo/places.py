"""Pages that gather: one per theme, per target group and per municipality."""

from wagtail.models import Page

from campagne.content.models import (
    MunicipalityPage,
    TargetGroupIndexPage,
    TargetGroupPage,
    ThemeIndexPage,
    ThemePage,
)
from campagne.demo.catalogue import Catalogue
from campagne.demo.publishing import furnish, put_page
from campagne.demo.streams import Shelf
from doelgroepen.models import TargetGroup, Theme


def put_places(catalogue: Catalogue, home: Page, shelf: Shelf) -> int:
    """Put the pages of themes and groups, and the texts of municipalities; return how many are new."""
    return (
        sum(_theme_pages(catalogue, home))
        + sum(_group_pages(catalogue, home))
        + sum(_municipality_texts(catalogue, shelf))
    )


def _theme_pages(catalogue: Catalogue, home: Page) -> list[bool]:
    index = ThemeIndexPage.objects.child_of(home).get()
    subjects = {theme.slug: theme for theme in Theme.objects.all()}
    return [
        put_page(
            index, ThemePage(slug=theme.slug, title=theme.name, summary=theme.summary, subject=subjects[theme.slug])
        )
        for theme in catalogue.region.themes
    ]


def _group_pages(catalogue: Catalogue, home: Page) -> list[bool]:
    made = []
    for entry in catalogue.region.groups:
        group = TargetGroup.objects.get(slug=entry.slug)
        above = MunicipalityPage.objects.get(place__slug=entry.municipality) if entry.municipality else home
        index = TargetGroupIndexPage.objects.child_of(above).get()
        page = TargetGroupPage(slug=entry.slug, title=entry.self_description, summary=entry.invitation, group=group)
        made.append(put_page(index, page))
    return made


def _municipality_texts(catalogue: Catalogue, shelf: Shelf) -> list[bool]:
    return [
        furnish(
            MunicipalityPage.objects.get(place__slug=entry.slug),
            summary=entry.intro,
            picture_id=shelf.pictures.get(entry.drawing),
            body=shelf.body(entry.body),
        )
        for entry in catalogue.region.municipalities
    ]
