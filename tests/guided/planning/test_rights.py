"""Every address of this room, asked for by everybody who has no business there."""

import re
from itertools import product

import pytest
from django.urls import get_resolver, reverse

from campagne.guided.planning.plan import Plan, begin_now, plan_sessions
from tests.conftest import make_user
from tests.guided.planning.conftest import GROUP, SECRET
from tests.whole.test_admin_addresses import every_address
from tests.whole.test_admin_walk import walker
from tests.whole.walking import all_rows, ask, form_in

pytestmark = pytest.mark.django_db
ROOM = "beheer/begeleiden/"
OF_ONE = {"les": "session", "kaarten": "card", "bibliotheken": "library", "locaties": "location"}
PATHS = sorted(
    path
    for _, path, _ in every_address(get_resolver())
    if path.startswith(ROOM) and not path.startswith(f"{ROOM}cijfers")
)


def address(path: str, house) -> str:
    """The address, with a thing of this house where one is named."""
    part = path.removeprefix(ROOM).split("/")[0]
    thing = getattr(house, OF_ONE.get(part, "session"))
    return "/" + re.sub(r"<int:pk>", str(thing.pk), path).replace("<slug:door>", "presenter")


@pytest.fixture
def strangers(ours, theirs, editor_of_stein, editor_of_beek, module):
    """Who may not look at the house of Beek; the guide of Beek is not put down for its session."""
    return {
        "nobody": None,
        "somebody without work here": make_user("buitenstaander"),
        "an editor of Stein": editor_of_stein,
        "an editor of Beek": editor_of_beek,
        "the coordinator of Stein": ours.coordinator,
        "a guide of Stein": ours.guide,
        "a guide who is not put down for it": theirs.guide,
    }


def test_the_walk_knows_the_addresses():
    assert len(PATHS) >= 16


def test_nobody_else_sees_or_changes_anything_of_a_library(client, ours, theirs, strangers, regional_editor):
    client.force_login(regional_editor)
    clients = {who: walker(user) for who, user in strangers.items()}
    forms = {path: form_in(client.get(address(path, theirs)).content.decode()) for path in PATHS}
    before, wrong = all_rows(), []

    for (who, user), path in product(strangers.items(), PATHS):
        for method, data in (("GET", {}), ("POST", {}), ("POST", {**forms[path], "name": ["Van mij"]})):
            effect = ask(clients[who], method, address(path, theirs), data, before)
            is_shut = effect.status in {302, 403, 404, 405} or "<int:pk>" not in path
            # A guide knows the places of the library; whoever is no part of it knows nothing at all.
            secret = f"{GROUP} in {SECRET}" if user == theirs.guide else SECRET
            is_quiet = secret not in effect.text and (GROUP not in effect.text or user == ours.coordinator)
            if not is_shut or not is_quiet or effect.changed or ("pk" in path and effect.came):
                wrong.append((who, method, path, effect.status, effect.changed, effect.came))

    assert wrong == []


@pytest.mark.parametrize("who", ["coordinator", "region"])
def test_every_screen_opens_for_who_plans_it(client, theirs, regional_editor, who):
    client.force_login(theirs.coordinator if who == "coordinator" else regional_editor)

    shut = {
        path: status
        for path in PATHS
        if (status := client.get(address(path, theirs)).status_code) not in {200, 302, 405}
    }

    expected = {f"{ROOM}bibliotheken/<int:pk>/", f"{ROOM}bibliotheken/nieuw/"} if who == "coordinator" else set()
    assert shut == {}
    assert {path for path in expected if client.get(address(path, theirs)).status_code == 200} == set(), (
        "a library is the region's to change"
    )


def test_a_guide_opens_what_he_is_put_down_for_and_plans_nothing(client, ours):
    ours.session.presenters.add(ours.guide)
    client.force_login(ours.guide)

    page = client.get(reverse("guided_session", args=[ours.session.pk]))

    assert page.status_code == 200
    assert "Maak een begeleiderskaart" not in page.content.decode()
    for name in ("guided_change", "guided_drop", "guided_new_card"):
        assert client.post(reverse(name, args=[ours.session.pk])).status_code == 302
    ours.session.refresh_from_db()
    assert ours.session.cards.count() == 1


def test_the_menu_offers_nothing_that_would_be_refused(client, ours, editor_of_stein):
    seen = {}
    for who, user in {"coordinator": ours.coordinator, "guide": ours.guide, "editor": editor_of_stein}.items():
        client.force_login(user)
        text = client.get("/beheer/").content.decode()
        seen[who] = {name for name in ("guided-list", "guided-plan", "guided-now", "guided-libraries") if name in text}
        seen[who] |= {path for path in ("/beheer/cijfers/", "/beheer/images/", "/beheer/reports/") if path in text}

    assert seen["coordinator"] == {"guided-list", "guided-plan", "guided-now", "guided-libraries"}
    assert seen["guide"] == {"guided-list", "guided-now"}
    assert not {name for name in seen["editor"] if name.startswith("guided")}


def test_the_lists_of_a_form_offer_only_what_is_ones_own(client, ours, theirs, module):
    client.force_login(ours.coordinator)
    theirs.session.presenters.add(theirs.guide)
    begin_now(theirs.location, module, theirs.guide, theirs.session.meetings.get().starts_at)
    plan_sessions(Plan(theirs.location, module, [], group_name=SECRET), theirs.coordinator)

    for name in ("guided_list", "guided_plan", "guided_start_now", "guided_new_location", "guided_libraries"):
        text = client.get(reverse(name)).content.decode()
        assert SECRET not in text
        assert "begeleider-beek" not in text
