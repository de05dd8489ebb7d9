"""A module is a lesson of small steps, each with its own address."""

import pytest

from campagne.content.models import ModuleIndexPage, ModulePage


@pytest.fixture
def module(home, publish):
    page = ModulePage(title="Veilig online", slug="veilig-online", summary="Drie kleine stappen")
    page.steps = [
        ("step", {"title": title, "body": [("text", f"<p>Uitleg bij {title}.</p>")]})
        for title in ("Kijk", "Denk", "Vraag")
    ]
    return publish(ModuleIndexPage.objects.child_of(home).get(), page)


@pytest.mark.parametrize(
    ("number", "back", "next_one"),
    [
        pytest.param(1, "/modules/veilig-online/", "/modules/veilig-online/stap/2/", id="first: back to the start"),
        pytest.param(2, "/modules/veilig-online/stap/1/", "/modules/veilig-online/stap/3/", id="middle"),
        pytest.param(3, "/modules/veilig-online/stap/2/", "", id="last: nothing after"),
    ],
)
def test_a_step_knows_its_neighbours(module, number, back, next_one):
    step = module.lesson()[number - 1]

    assert (step.back_url, step.next_url) == (back, next_one)
    assert step.progress == f"Stap {number} van 3"


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_a_step_that_does_not_exist_is_not_found(client, module, number):
    assert client.get(f"/modules/veilig-online/stap/{number}/").status_code == 404


def test_the_whole_module_is_on_one_page_to_print(client, module):
    text = client.get("/modules/veilig-online/alles/").content.decode()

    assert all(f"Uitleg bij {title}." in text for title in ("Kijk", "Denk", "Vraag"))


def test_a_module_without_steps_says_so_instead_of_breaking(client, home, publish):
    publish(ModuleIndexPage.objects.child_of(home).get(), ModulePage(title="Leeg", slug="leeg", summary="Nog niets"))

    assert client.get("/modules/leeg/").status_code == 200
    assert client.get("/modules/leeg/stap/1/").status_code == 404
