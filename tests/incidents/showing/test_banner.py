"""The banner is on every page of the area, in the words of the last message, and ends by itself."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.template import Context, Template
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.incidents.course import Kind
from campagne.incidents.raising import Wanted, end, update
from campagne.incidents.showing.banner import CALM_FOR, notices_at
from campagne.serving.store.page import VALID_UNTIL

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def article(home, publish):
    return publish(ArticleIndexPage.objects.get(municipality=None), ArticlePage(title="Bel na", summary="Eerst."))


@pytest.mark.parametrize("path", ["/", "/artikelen/bel-na/", "/zoeken/", "/bestaat-niet/", "/meedoen/", "/privacy/"])
def test_it_comes_first_on_every_screen(client, officers, article, path):
    officers.raised()

    text = client.get(path).content.decode()
    body = text.partition("<body>")[2]

    assert body.index("skip-link") < body.index('class="incident"') < body.index("<header")
    assert '<a class="incident__way" href="/nu/">Wat moet ik doen?</a>' in body
    assert all(words in body for words in ("Gaswolk: dit doet u", "Geleen-Zuid en Neerbeek", "Laatste bericht"))
    assert "hidden" not in body[: body.index("<header")]


def test_pages_of_a_municipality_show_theirs_and_those_of_the_whole_region(officers, stein, beek):
    now = timezone.now()
    for area, where in (("Elsloo", [stein]), ("Geverik", [beek]), ("De regio", [])):
        officers.raised(at=now, area=area).municipalities.set(where)

    areas = {place: {notice.area for notice in notices_at(now, place)} for place in (None, stein, beek)}

    assert areas == {
        None: {"Elsloo", "Geverik", "De regio"},
        stein: {"Elsloo", "De regio"},
        beek: {"Geverik", "De regio"},
    }


def test_the_page_of_a_municipality_asks_for_its_own(client, officers, stein, beek):
    officers.raised(area="Elsloo").municipalities.set([stein])

    shown = {place.slug: 'class="incident"' in client.get(place.page.url).content.decode() for place in (stein, beek)}

    assert shown == {"stein": True, "beek": False}


def test_it_costs_one_query_and_shows_the_last_message_only(officers, django_assert_num_queries):
    now = timezone.now()
    incident = officers.raised(at=now, area="Urmond")
    update(incident.pk, 1, Wanted("Stein", incident.ends_at), officers.first, now)
    officers.raised(at=now, is_exercise=True)

    with django_assert_num_queries(1):
        notices = notices_at(now, None)

    assert [(notice.area, notice.is_exercise) for notice in notices] == [
        ("Stein", False),
        ("Geleen-Zuid en Neerbeek", True),
    ]


@pytest.mark.parametrize(
    ("kind", "after", "shown"),
    [
        pytest.param(Kind.ALL_CLEAR, CALM_FOR / 2, [False], id="safe for half an hour"),
        pytest.param(Kind.ALL_CLEAR, CALM_FOR, [], id="safe for an hour"),
        pytest.param(Kind.WITHDRAWAL, timedelta(), [], id="withdrawn"),
        pytest.param(None, 4 * HOUR, [], id="past its end"),
    ],
)
def test_after_its_end_only_an_all_clear_is_shown_and_for_an_hour(officers, kind, after, shown):
    now = timezone.now()
    incident = officers.raised(at=now)
    if kind:
        end(incident.pk, 1, kind, officers.first, now, "vals alarm")

    assert [notice.is_live for notice in notices_at(now + after, None)] == shown


def test_a_page_with_a_banner_ends_with_it_and_one_without_does_not(rf, officers):
    ends_at = timezone.now() + 3 * HOUR
    template = Template("{% load incidents %}{% incident_banner %}")
    before, during = rf.get("/"), rf.get("/")

    template.render(Context({"request": before}))
    officers.raised(ends_at=ends_at)
    template.render(Context({"request": during}))

    assert (before.environ.get(VALID_UNTIL), during.environ[VALID_UNTIL]) == (None, ends_at.timestamp())


def test_a_page_that_says_that_it_is_safe_ends_an_hour_later(rf, officers):
    now = timezone.now()
    end(officers.raised(at=now).pk, 1, Kind.ALL_CLEAR, officers.first, now)
    request = rf.get("/")

    Template("{% load incidents %}{% incident_banner %}").render(Context({"request": request}))

    assert request.environ[VALID_UNTIL] == (now + CALM_FOR).timestamp()


def test_a_refusal_that_is_made_without_a_request_does_not_fail_for_it(monkeypatch, officers):
    officers.raised()
    template = Template("{% load incidents %}{% incident_banner %}")
    shown = template.render(Context({}))
    monkeypatch.setattr("campagne.incidents.templatetags.incidents.notices_at", raise_outage)

    assert ("Gaswolk" in shown, template.render(Context({})).strip()) == (True, "")


def raise_outage(*_):
    raise OperationalError


def test_an_exercise_says_so_in_words(client, officers):
    officers.raised(is_exercise=True)

    body = client.get("/").content.decode()

    assert 'aria-label="Oefening: Gaswolk: dit doet u"' in body
    assert "OEFENING. Gaswolk" in body
    assert "Dit is niet echt." in body
