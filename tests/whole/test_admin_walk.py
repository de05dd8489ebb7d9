"""Somebody of Stein asks at every address of the admin, Wagtail's and ours, for what is Beek's.

Wagtail protects writing, not secrecy: some of its screens name drafts of others. Which ones is fixed here, so that a
new one is noticed, and one that is mended as well.
"""

import pytest
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client

from campagne.content.models import ArticleIndexPage
from doelgroepen.models import Municipality
from home.models import HomePage
from tests.conftest import make_user
from tests.founded import bring_the_founded_region, keep_with
from tests.whole.beek import SECRET, everything_of
from tests.whole.walking import Effect, Rows, Stop, all_rows, ask, form_in, stops

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WITH_WALK = "kept_walk"

# Titles alone: when somebody asks for several at once, chooses one by its number, or chooses a live page with a draft.
NAMED_BY_WAGTAIL = {
    "wagtail_bulk_action",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_chosen_multiple",
    "wagtailimages_chooser:select_format",
}
# A reader of figures sees those of every municipality, with the groups and quizzes they are about and what happened.
SEEN_BY_A_READER = {
    "attention",
    "figures",
    "figures_per_page",
    "figures_csv",
    "figures_together",
    "figures_places",
    "figures_places_csv",
    "offer_csv",
}
# What somebody makes for himself while looking around: smaller pictures, a profile, what a preview shows, his own mail.
MADE_ON_THE_WAY = {
    "media_rendition",
    "measurement_monthlyreader",
    "wagtailusers_userprofile",
    "wagtailadmin_formstate",
}
# The account of the one who asks.
OF_ONESELF = {"staff_user"}
# Faults of Wagtail's own with a form that only a member of staff can send, and only by hand.
BREAKS_IN_WAGTAIL = {"wagtailadmin_choose_page_external_link", "wagtailredirects:process_import"}
OPEN_TO_ALL = {
    "account_login",
    "beheer/password_reset/",
    "beheer/password_reset/confirm/<uidb64>/<token>/",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
}
# The second step of whoever asks, for everybody with an account.
OPEN_TO_ACCOUNTS = {"account_reauthenticate", "mfa_index", "mfa_list_webauthn"}
BEFORE_THE_SECOND_FACTOR = {"jsi18n", "login", "logout", "password_reset", "sprite", "toegang"}
"""Where one comes in, goes out, asks for a new password or makes a second factor, and what that is drawn with."""


@pytest.fixture(scope="session")
def kept_walk(django_db_setup, django_db_blocker) -> tuple[dict[str, Model], dict[Stop, dict]]:
    """The things of Beek and the forms behind every address, found once for all tests here."""
    things, forms = {}, {}

    def add() -> None:
        stein, beek = (Municipality.objects.get(slug=slug) for slug in ("stein", "beek"))
        elsewhere = ArticleIndexPage.objects.descendant_of(stein.page).get()
        things.update(everything_of(beek, make_user("redacteur-beek", beek.editors)), elsewhere=elsewhere)
        boss = walker(make_user("baas", is_superuser=True))
        forms.update({stop: form_in(ask(boss, "GET", stop.address, {}).text) for stop in stops(things)})

    with django_db_blocker.unblock():
        keep_with(WITH_WALK, add)
    return things, forms


@pytest.fixture
def home(kept_walk, db) -> HomePage:
    bring_the_founded_region(WITH_WALK)
    return HomePage.objects.get()


@pytest.fixture
def things(kept_walk, home) -> dict[str, Model]:
    return kept_walk[0]


@pytest.fixture
def forms(kept_walk, home) -> dict[Stop, dict]:
    """What is filled in at each address, as found by somebody who may do everything."""
    return kept_walk[1]


def walker(user=None) -> Client:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def effects_of(client: Client, stop: Stop, form: dict, before: Rows, page: int) -> list[Effect]:
    """Look, search, send nothing and send what belongs there."""
    more = f"{'&' if '?' in stop.address else '?'}q=geheim&search=geheim&term=geheim&id={page}"
    asked = [("GET", stop.address, {}), ("GET", stop.address + more, {}), ("POST", stop.address, {})]
    if form:
        asked.append(("POST", stop.address, form))
    return [ask(client, *each, before) for each in asked]


@pytest.mark.parametrize("role", ["editor", "reader"])
def test_nobody_of_elsewhere_changes_anything_or_reads_more_than_is_known(things, stein, forms, role):
    groups = {"editor": stein.editors, "reader": Group.objects.get(name="Lezer")}
    client = walker(make_user("van-elders", groups[role]))
    before, named, wrong = all_rows(), set(), []

    for stop, form in forms.items():
        for effect in effects_of(client, stop, form, before, things["page"].pk):
            if effect.status >= 500 and stop.name not in BREAKS_IN_WAGTAIL:
                wrong.append(f"{stop.address}: {effect.status}")
            if effect.changed - OF_ONESELF or effect.came - OF_ONESELF - MADE_ON_THE_WAY:
                wrong.append(f"{stop.address}: {effect.changed} changed, {effect.came} came")
            if SECRET in effect.text:
                named.add(stop.name)

    assert wrong == []
    assert named == NAMED_BY_WAGTAIL | (SEEN_BY_A_READER if role == "reader" else set())


def test_the_same_forms_do_change_things_for_who_may(forms):
    boss = walker(make_user("baas-2", is_superuser=True))
    before = all_rows()

    effects = {stop: ask(boss, "POST", stop.address, form, before) for stop, form in forms.items()}

    assert len([effect for effect in effects.values() if effect.changed or effect.came]) > 60
    assert {stop.name for stop, effect in effects.items() if effect.status >= 500} <= BREAKS_IN_WAGTAIL


def test_no_page_opens_without_the_second_factor_where_it_is_required(things, settings):
    settings.SECOND_FACTOR = "required"
    boss, client = make_user("baas-3", is_superuser=True), walker()
    opened = set()

    for stop in stops(things):
        client.force_login(boss)  # Anew at each stop: one of them is the way out.
        for method in ("get", "post"):
            answer = getattr(client, method)(stop.address)
            if not answer.headers.get("Location", "").startswith("/beheer/toegang/tweede-stap/"):
                opened.add(stop.address.split("/")[2])

    assert opened == BEFORE_THE_SECOND_FACTOR


def test_who_did_not_log_in_or_has_no_work_here_finds_every_door_shut(things):
    client, nobody = walker(), walker(make_user("buitenstaander"))
    before, opened, wrong = all_rows(), set(), []

    for stop in stops(things):
        asked = effects_of(client, stop, {}, before, things["page"].pk)
        for effect in [*asked, ask(nobody, "GET", stop.address, {}, before)]:
            if effect.status not in {301, 302, 403, 404, 405}:
                opened.add(stop.name)
            if SECRET in effect.text or effect.came or effect.changed:
                wrong.append(f"{stop.address}: {effect.status}, {effect.changed} changed, {effect.came} came")

    assert wrong == []
    assert opened == OPEN_TO_ALL | OPEN_TO_ACCOUNTS
