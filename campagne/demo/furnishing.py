"""What stands on the front page, on the statements and in the settings of the demo."""

from django.db import transaction
from wagtail.models import Page, Site

from campagne.content.models import AccessibilityPage, ReportChannelsPage
from campagne.demo.catalogue import SiteEntry
from campagne.demo.publishing import furnish
from campagne.demo.streams import Shelf, clean_html
from home.models import SiteSettings


def furnish_site(site: SiteEntry, home: Page, shelf: Shelf) -> int:
    """Fill the pages every site has, as far as nobody has; return how many were filled."""
    accessibility = AccessibilityPage.objects.child_of(home).get()
    reporting = ReportChannelsPage.objects.descendant_of(home).get()
    return (
        furnish(home, headline=site.headline, lead=site.lead)
        + furnish(reporting, body=shelf.body(site.reporting))
        + furnish(
            accessibility,
            reviewed_on=site.accessibility.reviewed_on,
            contact=site.accessibility.contact,
            deviations=clean_html(site.accessibility.deviations),
            body=shelf.body(site.accessibility.body),
        )
    )


@transaction.atomic
def put_settings(site: SiteEntry, home: Page) -> None:
    """Name the sender and the addresses, unless somebody has named an address already."""
    settings = SiteSettings.for_site(Site.objects.get(root_page=home))
    if settings.contact_email or settings.security_email:
        return
    settings.sender = site.sender
    settings.contact_email = site.contact_email
    settings.security_email = site.security_email
    settings.save()
