"""Founding a region: the tree of pages, the people's groups and what each may touch. May run twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site, Workflow

from campagne.content.models import (
    AccessibilityPage,
    ArticleIndexPage,
    CampaignIndexPage,
    ContentPage,
    InstructionIndexPage,
    ModuleIndexPage,
    MunicipalityIndexPage,
    MunicipalityPage,
    QuizIndexPage,
    ReportChannelsPage,
    TargetGroupIndexPage,
    ThemeIndexPage,
)
from campagne.report_guide.models import ReportGuidePage
from campagne.serving.models import Installation
from campagne.staff import roles
from doelgroepen.models import Municipality
from home.models import HomePage, SiteSettings
from home.search.synonyms import put_first_synonyms

PAGE_ACTIONS = ("add_page", "change_page", "publish_page")
COLLECTION_ACTIONS = {
    "wagtailimages": ("add_image", "choose_image"),
    "wagtaildocs": ("add_document", "choose_document"),
}


@dataclass(frozen=True)
class Furniture:
    """A page that every region has: its type, address, title and summary."""

    model: type[ContentPage]
    slug: str
    title: str
    summary: str


REGIONAL_PAGES = (
    Furniture(TargetGroupIndexPage, "voor", "Voor wie?", "Kies wie u bent. Dan laten we zien wat voor u handig is."),
    Furniture(ModuleIndexPage, "modules", "Leren", "Korte lessen. Eén stap tegelijk, in uw eigen tempo."),
    Furniture(CampaignIndexPage, "campagnes", "Campagnes", "Waar we nu samen aan werken in de regio."),
    Furniture(ThemeIndexPage, "themas", "Thema's", "Waarover wilt u iets weten?"),
    Furniture(QuizIndexPage, "quiz", "Quizzen", "Een paar vragen. Na elke vraag leest u de uitleg."),
    Furniture(
        InstructionIndexPage, "instructies", "Wat moet ik doen?", "Er is iets gebeurd. Dit doet u, stap voor stap."
    ),
    Furniture(ArticleIndexPage, "artikelen", "Lezen", "Achtergrond en uitleg in gewone taal."),
    Furniture(MunicipalityIndexPage, "gemeenten", "Gemeenten", "Wat uw eigen gemeente doet."),
    Furniture(
        ReportGuidePage,
        "melden",
        "Wat is er gebeurd?",
        "Kies wat er is gebeurd. Dan leest u wat u doet en wie u helpt.",
    ),
    Furniture(
        AccessibilityPage,
        "toegankelijkheid",
        "Toegankelijkheid",
        "Iedereen moet deze site kunnen gebruiken. Hier leest u hoe het ervoor staat.",
    ),
)
BELOW_GUIDE = Furniture(
    ReportChannelsPage, "meldpunten", "Alle meldpunten", "Wie u kunt bellen of schrijven, en waarvoor."
)
MUNICIPAL_PAGES = (
    Furniture(CampaignIndexPage, "campagnes", "Campagnes", "Campagnes van uw gemeente."),
    Furniture(ModuleIndexPage, "modules", "Modules", "Lessen van uw gemeente."),
    Furniture(ArticleIndexPage, "artikelen", "Artikelen", "Nieuws en uitleg van uw gemeente."),
    Furniture(QuizIndexPage, "quiz", "Quizzen", "Quizzen van uw gemeente."),
    Furniture(TargetGroupIndexPage, "voor", "Voor wie?", "Groepen waar uw gemeente extra aandacht voor heeft."),
)


@transaction.atomic
def found_region(name: str, municipalities: Iterable[str], *, site_name: str = "", is_demo: bool = False) -> HomePage:
    """Make the tree, the groups and the settings of a region; return its front page.

    What already exists stays as it is. Raises ValidationError when a demo is asked for in a real
    installation, or the other way round.
    """
    Installation(region_name=name, is_demo=is_demo).save()
    roles.make_permissions()
    _close_approval_by_nobody()
    _take_away_roles_of_wagtail()
    home = _front_page(name)
    site_name = site_name or f"{name} weerbaar"
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.get_or_create(site=site, defaults={"site_name": site_name, "sender": name})
    for furniture in REGIONAL_PAGES:
        _page_below(home, furniture)
    _page_below(ReportGuidePage.objects.child_of(home).get(), BELOW_GUIDE)
    _give_region_to(roles.group_for(roles.REGIONAL_EDITOR), home)
    _give_region_to(roles.group_for(roles.ADMINISTRATOR), home)
    put_first_synonyms()
    roles.group_for(roles.READER)
    roles.group_for(roles.INCIDENT_EDITOR)
    for municipality in municipalities:
        found_municipality(home, municipality)
    return home


def found_municipality(home: HomePage, name: str) -> MunicipalityPage:
    """Make a municipality: its record, its pages, its editors and their collection."""
    municipality, _ = Municipality.objects.get_or_create(slug=slugify(name), defaults={"name": name})
    if municipality.editors is None:
        municipality.editors = roles.group_for(roles.MUNICIPAL_EDITOR, f"Redactie {name}")
        municipality.save()
    page = MunicipalityPage.objects.filter(place=municipality).first() or _municipality_page(home, municipality)
    for furniture in MUNICIPAL_PAGES:
        _page_below(page, furniture)
    collection = Collection.objects.filter(name=name).first()
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=name)
    _allow_on_page(municipality.editors, page)
    _allow_in_collection(municipality.editors, collection)
    return page


def _close_approval_by_nobody() -> None:
    """Wagtail comes with approval by a group that has no people: a page that was sent there was locked for good."""
    for workflow in Workflow.objects.active().filter(name="Moderators approval"):
        if not Group.objects.filter(name="Moderators", user__isnull=False).exists():
            workflow.deactivate()


def _take_away_roles_of_wagtail() -> None:
    """Wagtail comes with two groups that may touch every page; as a role they would undo the table.

    One with people in it stays: somebody gave them that.
    """
    Group.objects.filter(name__in=("Moderators", "Editors"), user=None).delete()


def _front_page(region_name: str) -> HomePage:
    if home := HomePage.objects.first():
        return home
    root = Page.get_first_root_node()
    for leftover in root.get_children().exact_type(Page):
        leftover.delete()
    root.refresh_from_db()
    home = root.add_child(
        instance=HomePage(
            title=f"Digitaal weerbaar in de regio {region_name}",
            slug="home",
            headline="Iets geks op uw telefoon of computer?",
            lead="Wij helpen u met één rustige stap tegelijk. Zonder account en zonder cookies.",
        )
    )
    at = urlsplit(settings.SITE_URL)
    address = {"hostname": at.hostname, "port": at.port or (443 if at.scheme == "https" else 80)}
    Site.objects.update_or_create(
        is_default_site=True, defaults={**address, "root_page": home, "site_name": region_name}
    )
    return _published(home)


def _municipality_page(home: HomePage, municipality: Municipality) -> MunicipalityPage:
    index = MunicipalityIndexPage.objects.child_of(home).get()
    page = MunicipalityPage(
        title=municipality.name,
        slug=municipality.slug,
        place=municipality,
        summary=f"Wat de gemeente {municipality.name} doet om u digitaal weerbaar te maken.",
    )
    return _published(index.add_child(instance=page))


def _page_below(parent: Page, furniture: Furniture) -> ContentPage:
    if found := furniture.model.objects.child_of(parent).first():
        return found
    page = furniture.model(title=furniture.title, slug=furniture.slug, summary=furniture.summary)
    return _published(parent.add_child(instance=page))


def _published(page: Page) -> Page:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _give_region_to(group: Group, home: HomePage) -> None:
    _allow_on_page(group, home)
    _allow_in_collection(group, Collection.get_first_root_node())


def _allow_on_page(group: Group, page: Page) -> None:
    for codename in PAGE_ACTIONS:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _allow_in_collection(group: Group, collection: Collection) -> None:
    for app, codenames in COLLECTION_ACTIONS.items():
        for permission in Permission.objects.filter(content_type__app_label=app, codename__in=codenames):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
