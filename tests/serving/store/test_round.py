import pytest
from django.utils import timezone

from campagne.content.models import ModuleIndexPage, ModulePage
from campagne.serving.models import Generation, GivenOut
from campagne.serving.store.address import ABOUT_NOW
from campagne.serving.store.front import SECONDS_CURRENT
from campagne.serving.store.round import Round, by_popularity, public_addresses, rest_after
from tests.serving.store.conftest import HOST

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def address_of_the_site(settings):
    settings.SITE_URL = f"http://{HOST}"


@pytest.fixture
def module(home, publish):
    step = {"title": "Hang op", "body": [("text", "<p>Leg de telefoon neer.</p>")]}
    page = ModulePage(title="Bellen", summary="Kort.", steps=[("step", step)] * 2)
    return publish(ModuleIndexPage.objects.get(municipality=None), page)


def paths():
    return {address.path for address in public_addresses(timezone.now())}


def test_every_live_page_and_every_step_has_its_turn(module):
    hidden = ModuleIndexPage.objects.get(municipality=None)

    assert paths() >= {"/", "/modules/", module.url, f"{module.url}stap/1/", f"{module.url}stap/2/", "/privacy/"}
    assert f"{module.url}stap/3/" not in paths()
    module.unpublish()
    assert module.url not in paths()
    assert hidden.url in paths()


def test_what_is_about_now_comes_first_and_then_what_is_read_most(module, store):
    GivenOut.objects.create(day=timezone.localdate(), path=module.url, page_id=module.pk, count=99)

    first = by_popularity(timezone.now(), store)[: len(ABOUT_NOW) + 1]
    assert [address.path for address in first] == [*ABOUT_NOW, module.url]


def test_a_round_puts_every_page_on_disk_and_then_rests(module, product):
    going = Round(product.store)

    made = sum(going.go_on(timezone.now()) for _ in range(30))

    assert made == len(paths())
    assert {page.address.path for page in product.store.shelf.on_disk()} >= {"/", module.url, f"{module.url}stap/2/"}
    assert going.go_on(timezone.now()) == 0


@pytest.mark.parametrize(
    ("since_change", "rest"),
    [pytest.param(0.2, 0.05, id="while much is changed"), pytest.param(1.5, 0, id="after it")],
)
def test_half_of_the_processor_is_left_to_who_changes_pages(since_change, rest):
    assert rest_after(0.05, since_change=since_change) == rest


def test_a_page_is_made_again_before_it_is_old_so_that_no_reader_gets_an_old_one(store, small_site):
    going = Round(store)
    while going.go_on(timezone.now()):
        pass
    made = small_site.asked
    for page in list(store.shelf.on_disk()):
        page.made_at -= SECONDS_CURRENT / 2
        store.shelf.forget(page.address)
        store.shelf.put(page)
    going._began -= SECONDS_CURRENT / 2

    while going.go_on(timezone.now()):
        pass

    assert small_site.asked == 2 * made


def test_a_change_begins_a_new_round_and_what_is_gone_leaves_the_disk(module, product):
    going = Round(product.store)
    while going.go_on(timezone.now()):
        pass
    module.unpublish()
    Generation.objects.rise(forbids_older=True)

    while going.go_on(timezone.now()):
        pass

    kept = {page.address.path: page.generation for page in product.store.shelf.on_disk()}
    assert module.url not in kept
    assert set(kept.values()) == {Generation.objects.moment().number}
