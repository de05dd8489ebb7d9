"""Every address of the site, in one list; the stable public ones are guarded by a test."""

from django.contrib.sitemaps.views import sitemap
from django.http import Http404
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from campagne.action_plan import places as action_plans
from campagne.action_plan import urls as action_plan_urls
from campagne.activities import places as activities
from campagne.activities import urls as activities_urls
from campagne.content import versions
from campagne.guided import urls as guided_urls
from campagne.incidents import urls as incidents_urls
from campagne.measurement import urls as measurement_urls
from campagne.measurement.beside import urls as figures_beside
from campagne.measurement.public import places as public_figures
from campagne.media import documents
from campagne.media.shared import share_picture
from campagne.offline import urls as offline_urls
from campagne.quiz.taking import urls as quiz_urls
from campagne.serving import health, uploads
from campagne.staff import account, regional_reports
from campagne.staff import addresses as histories
from campagne.staff.access import urls as access_urls
from campagne.syndication import urls as syndication_urls
from home import files
from home.search.views import results
from home.sitemap import Addresses, EasyTexts, PublicPages

handler500 = "campagne.serving.database.outage.server_error_or_outage"

# Wagtail's, and of no use here: pages that break on purpose, lists of everybody's files, forms that nobody made.
SHUT = r"^beheer/(?:failwhale|test404|api/main/(?:documents|images)|snippets/choose/\w+/\w+/create)/"

SITEMAPS = {
    "pages": PublicPages,
    "easy": EasyTexts,
    "activities": Addresses(activities.pages_at),
    "plans": Addresses(action_plans.paths_at),
    "figures": Addresses(public_figures.paths_at),
}

urlpatterns = [
    re_path(SHUT, page_not_found, {"exception": Http404()}),
    path("-/live", health.live, name="live"),
    path("-/ready", health.ready, name="ready"),
    # Before Wagtail's own addresses, which show them to every editor.
    path("beheer/reports/", include(regional_reports)),
    path("beheer/account/", account.account),
    path("beheer/", include(access_urls)),
    path("beheer/pages/", include(figures_beside)),
    path("beheer/pages/", include(versions)),
    path("beheer/pages/", include(histories)),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/<int:document_id>/<path:filename>", documents.give_out, name="wagtaildocs_serve"),
    re_path(r"^media/(?P<path>.+)$", uploads.upload),
    re_path(r"^delen/(?P<pk>[0-9]{1,9})-(?P<digest>[0-9a-f]{12})\.jpg$", share_picture),
    path("zoeken/", results, name="search"),
    path("robots.txt", files.robots),
    path("favicon.ico", files.favicon),
    path(".well-known/security.txt", files.security),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}),
    path("quiz/", include(quiz_urls)),
    path("actieplan/", include(action_plan_urls)),
    path("", include(guided_urls)),
    path("", include(incidents_urls)),
    path("", include(activities_urls)),
    path("", include(syndication_urls)),
    path("", include(measurement_urls)),
    path("", include(offline_urls)),
    # Staff log in at /beheer/ alone: Wagtail's second door would set a cookie on a public address.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login")),
    path("", include(wagtail_urls)),
]
