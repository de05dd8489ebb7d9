"""Every address that we add to the admin is asked for by an editor of another municipality, and gives nothing.

A new one is found here by itself: it fails until its kind stands in one of the lists below, and then it is tested.
"""

from collections.abc import Iterator

import pytest
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from doelgroepen.models import Municipality
from home.models import HomePage
from tests.conftest import make_user
from tests.founded import bring_the_founded_region, keep_with
from tests.whole.beek import SECRET, regional_registers, registers_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WITH_REGISTERS = "kept_registers"
OURS = {"campagne", "doelgroepen", "home"}

OWNED = [
    "action_plan_planact",
    "action_plan_planrole",
    "activities_activity",
    "contacts_reportchannel",
    "doelgroepen_targetgroup",
    "home_synonymset",
    "language_hardword",
    "measurement_entrance",
    "measurement_contextevent",
    "measurement_population",
    "quiz_question",
    "quiz_quiz",
]
REGIONAL = ["doelgroepen_municipality", "doelgroepen_theme", "measurement_indicator", "measurement_region"]
OF_ONE = {"edit", "delete", "usage", "history", "history_results", "unpublish", "preview_on_edit"}
OF_ONE_OF_OURS = {"downloads", "exchange", "key", "key_pdf", "mark", "place", "results", "sounds", "versions"}
FILES = {"download": "antwoorden", "export": "json", "paper": "poster", "paper_pdf": "flyer"}
OF_ONE_REVISION = {"revisions_view", "revisions_revert", "revisions_unschedule"}
OF_TWO_REVISIONS = {"revisions_compare"}
OF_ALL = {"list", "list_results"}
TO_MAKE = {"add", "import", "preview_on_add"}
TO_CHOOSE_FROM = {"choose", "choose_results"}
TO_CHOOSE_ONE = {"chosen", "chosen_multiple"}
TO_MAKE_WHILE_CHOOSING = {"create"}
FIGURES = {"figures", "figures_per_page", "figures_csv", "figures_together"}
"""What a municipality sees of the figures is tested in tests/measurement/dashboard/test_views.py."""
PLACES = {"figures_places", "figures_places_csv"}
"""What a municipality sees of the places is tested in tests/measurement/entrances/test_compare_views.py."""
OFFER = {"offer", "offer_csv"}
"""What a municipality sees of what is offered is tested in tests/measurement/offer/test_report_views.py."""
ONE_PAGER = {"one_pager", "one_pager_pdf", "monthly_mail"}
"""What a municipality sees on a sheet and in the mail is tested in test_views.py and test_letter.py of those two."""
OFFICIAL = {"official", "official_enter", "official_import", "official_vintages"}
"""Who sees what others published and who brings it in is tested in tests/measurement/official/test_views.py."""
EVALUATIONS = {"evaluations", "evaluation_add"}
OF_A_PLAN = {"evaluation", "evaluation_edit", "evaluation_withdraw", "evaluation_csv"}
"""Who reads and who writes plans of campaigns is tested in tests/measurement/evaluation/test_views.py."""
ATTENTION = {"attention", "attention_close"}
"""Who sees which cards and who closes them is tested in tests/measurement/attention/test_views.py."""
OF_A_NUMBER = OF_A_PLAN | {"attention_close"}
LANGUAGE = {"language_report", "language_report_csv"}
"""What a municipality sees of the language of pages is tested in tests/content/coaching/test_report_views.py."""
OF_A_PAGE = {"page_sounds"}
"""Who hears and changes the sounds of a page is tested in tests/content/test_sounds_view.py."""
OF_THE_WHOLE_SITE = {"missed_words", "privacy_texts"}
"""What is of no municipality; who may read it is tested in tests/home/search and tests/measurement/privacy."""
OF_THE_INSTALLATION = {"disturbances"}
"""What went wrong names no page of anybody; who may read it is tested in tests/serving/disturbances/test_screen.py."""
ROOMS = (
    "beheer/begeleiden/",
    "beheer/incidenten/",
    "beheer/medewerkers/",
    "beheer/password_reset/",
    "beheer/toegang/",
    "beheer/users/",
)
"""What somebody finds there is tested, address by address, in test_rights.py of guided/planning and incidents/admin,
and in tests/staff."""

ABOUT_ONE = OF_ONE | OF_ONE_OF_OURS | {*FILES} | OF_ONE_REVISION | OF_TWO_REVISIONS
SCREENS = ABOUT_ONE | OF_ALL | TO_MAKE
CHOOSERS = TO_CHOOSE_FROM | TO_CHOOSE_ONE | TO_MAKE_WHILE_CHOOSING


def every_address(resolver: URLResolver, route: str = "", within: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in resolver.url_patterns:
        path = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every_address(pattern, path, f"{pattern.namespace}:" if pattern.namespace else within)
        else:
            yield within + (pattern.name or path), path, pattern


def is_ours(name: str, pattern: URLPattern) -> bool:
    """Written by us, or one of Wagtail's screens for a model of ours."""
    view = pattern.callback
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    module = getattr(view, "view_class", view).__module__
    namespace = name.split(":")[0]
    register = namespace.removeprefix("wagtailsnippets_").removeprefix("wagtailsnippetchoosers_")
    return module.split(".")[0] in OURS or (register != namespace and register in {*OWNED, *REGIONAL})


NAMES = sorted(
    name
    for name, path, pattern in every_address(get_resolver())
    if path.startswith("beheer/") and not path.startswith(ROOMS) and is_ours(name, pattern)
)


def named(registers: list[str], screens: set[str]) -> list[str]:
    """The addresses that exist for these registers; not every register has every screen."""
    kinds = {f"{kind}_{register}" for register in registers for kind in ("wagtailsnippets", "wagtailsnippetchoosers")}
    return [name for name in NAMES if name.split(":")[0] in kinds and name.split(":")[-1] in screens]


def thing_in(name: str) -> str:
    return name.split(":")[0].split("_", 1)[1]


@pytest.fixture(scope="session")
def kept_registers(django_db_setup, django_db_blocker) -> dict[str, dict[str, Model]]:
    """The things of Beek and of the region, made once for all tests here; their rows are brought back for each."""
    things = {}

    def add() -> None:
        beek = Municipality.objects.get(slug="beek")
        things.update(beek=registers_of(beek), region=regional_registers(beek))

    with django_db_blocker.unblock():
        keep_with(WITH_REGISTERS, add)
    return things


@pytest.fixture
def home(kept_registers, db) -> HomePage:
    bring_the_founded_region(WITH_REGISTERS)
    return HomePage.objects.get()


@pytest.fixture
def of_beek(kept_registers, home):
    return as_new(kept_registers["beek"])


@pytest.fixture
def of_the_region(kept_registers, home):
    return as_new(kept_registers["region"])


def as_new(things: dict[str, Model]) -> dict[str, Model]:
    return {register: type(thing)._default_manager.get(pk=thing.pk) for register, thing in things.items()}


def address_of(name: str, thing) -> str:
    screen = name.split(":")[-1]
    revision = getattr(thing, "latest_revision_id", None)
    more = [revision] if screen in OF_ONE_REVISION else ["earliest", "latest"] if screen in OF_TWO_REVISIONS else []
    return reverse(name, args=[thing.pk, *more, *filter(None, [FILES.get(screen)])])


def test_every_address_of_ours_is_of_a_kind_that_is_tested():
    screens = {f"wagtailsnippets_{register}:{screen}" for register in OWNED + REGIONAL for screen in SCREENS}
    choosers = {f"wagtailsnippetchoosers_{register}:{screen}" for register in OWNED + REGIONAL for screen in CHOOSERS}
    figures = FIGURES | PLACES | OFFER | OFFICIAL | ATTENTION | ONE_PAGER | EVALUATIONS | OF_A_PLAN
    others = figures | LANGUAGE | OF_A_PAGE | OF_THE_WHOLE_SITE | OF_THE_INSTALLATION

    assert set(NAMES) - screens - choosers - others == set()
    assert set(NAMES) >= FIGURES
    assert len(named(OWNED, ABOUT_ONE)) >= 4 * 5, "the addresses of ours are no longer found"


@pytest.mark.parametrize("name", named(OWNED, ABOUT_ONE))
def test_what_is_anothers_is_neither_shown_nor_changed(client, editor_of_stein, of_beek, name):
    client.force_login(editor_of_stein)
    thing = of_beek[thing_in(name)]

    answers = [client.get(address_of(name, thing)), client.post(address_of(name, thing), {"name": "Van Stein"})]

    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert not any(SECRET in answer.content.decode() for answer in answers)
    assert type(thing).objects.get(pk=thing.pk).__dict__.items() >= {"municipality_id": thing.municipality_id}.items()
    assert str(type(thing).objects.get(pk=thing.pk)) == str(thing)


@pytest.mark.parametrize("name", named(OWNED, OF_ALL | TO_CHOOSE_FROM))
def test_lists_leave_out_what_is_anothers(client, editor_of_stein, of_beek, name):
    client.force_login(editor_of_stein)

    answers = [client.get(reverse(name)), client.get(reverse(name), {"q": "geheim"})]

    assert {answer.status_code for answer in answers} == {200}
    assert not any(SECRET in answer.content.decode() for answer in answers)


@pytest.mark.parametrize("name", named(OWNED, TO_CHOOSE_ONE))
def test_what_is_anothers_cannot_be_chosen(client, editor_of_stein, of_beek, name):
    client.force_login(editor_of_stein)
    pk = of_beek[thing_in(name)].pk

    one = name.endswith(":chosen")
    answer = client.get(reverse(name, args=[pk] if one else []), {} if one else {"id": pk})

    assert answer.status_code in {200, 404}
    assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("name", named(OWNED, OF_ALL | TO_CHOOSE_FROM))
@pytest.mark.parametrize(
    "query", [{}, {"q": "geheim"}, {"q": "geheim", "theme": "1", "code": "bank", "kind": "single"}]
)
def test_lists_can_be_searched_by_the_region_and_by_the_owner(
    client, regional_editor, editor_of_beek, of_beek, beek, name, query
):
    is_narrowed = len(query) > 1
    for user in (regional_editor, editor_of_beek):
        client.force_login(user)

        answer = client.get(reverse(name), {**query, **({"municipality": beek.pk} if is_narrowed else {})})

        assert answer.status_code == 200
        assert is_narrowed or SECRET in answer.content.decode()


@pytest.mark.parametrize("name", named(OWNED, TO_MAKE_WHILE_CHOOSING))
def test_nothing_can_be_made_while_choosing(client, editor_of_stein, of_beek, name):
    client.force_login(editor_of_stein)

    assert "municipality" not in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", named(OWNED, {"add"}))
def test_nothing_is_made_for_another(client, editor_of_stein, of_beek, beek, name):
    client.force_login(editor_of_stein)
    thing = of_beek[thing_in(name)]
    words = dict.fromkeys(["name", "title", "slug", "self_description", "purpose", "stem", "word", "simpler"], "nieuw")
    chosen = {"reading_level": "B1", "order": "0", "code": "anders", "phone": "046", "kind": "single"}
    lists = {"options": streamfield([]), "hotspots": streamfield([]), "parts": inline_formset([])}

    client.post(
        reverse(name), nested_form_data({**words, **chosen, **lists, "construct": "kennis", "municipality": beek.pk})
    )

    assert type(thing).objects.filter(municipality=beek).count() == 1


@pytest.mark.parametrize("name", named(REGIONAL, SCREENS | TO_MAKE_WHILE_CHOOSING))
def test_what_is_the_regions_alone_is_shut_for_a_municipality(client, editor_of_stein, of_the_region, name):
    client.force_login(editor_of_stein)
    thing = of_the_region[thing_in(name)]
    address = address_of(name, thing) if name.split(":")[-1] in ABOUT_ONE else reverse(name)

    answers = [client.get(address), client.post(address, {"name": "Van Stein"})]

    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert not type(thing).objects.filter(name="Van Stein").exists()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_opens_without_work_in_the_admin(client, of_beek, of_the_region, name):
    things = {**of_beek, **of_the_region}
    has_key = name.split(":")[-1] in ABOUT_ONE | {"chosen"}
    of_one = [Page.objects.last().pk] if name in OF_A_PAGE else [1] if name in OF_A_NUMBER else []
    address = address_of(name, things[thing_in(name)]) if has_key else reverse(name, args=of_one)

    for user in (None, make_user("buitenstaander")):
        if user:
            client.force_login(user)
        answer = client.get(address)
        assert answer.status_code in {302, 403, 404}
        assert SECRET not in b"".join(answer).decode()
