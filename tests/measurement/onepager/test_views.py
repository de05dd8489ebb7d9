"""The sheets in the admin: who may see them, what can be chosen, and what a wrong choice does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pypdfium2 import PdfDocument

from campagne.content.models import ArticlePage
from campagne.figures.notation import month_label
from campagne.measurement.onepager.whole_periods import last_month
from campagne.serving.models import Installation
from doelgroepen.models import Theme
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
ADDRESSES = ["one_pager", "one_pager_pdf"]


@pytest.fixture(autouse=True)
def founded_long_ago(home):
    Installation.objects.update(founded_at="2024-01-01T12:00Z")


def body(response) -> str:
    return response.content.decode()


def text_of(content: bytes) -> str:
    with PdfDocument(content) as made:
        return "\n".join(page.get_textpage().get_text_range() for page in made)


def test_a_reader_sees_a_sheet_for_each_goal_and_can_take_it_along(client, reader, cyber):
    client.force_login(reader)
    Theme.objects.create(name="Ondermijning", slug="ondermijning", goal="onaantrekkelijk", order=1)

    page, pdf = client.get(reverse("one_pager")), client.get(reverse("one_pager_pdf"))

    assert body(page).count('<article class="onepager"') == 2
    assert reverse("one_pager_pdf") in body(page)
    assert "no-store" in pdf["Cache-Control"]
    with PdfDocument(pdf.content) as made:
        assert len(made) == 2
    assert "nog niet ingevoerd" in text_of(pdf.content).replace("\r\n", " ")


def test_the_numbers_of_the_drawing_are_in_its_text_and_in_a_table(client, reader, cyber, article, count, today):
    client.force_login(reader)
    page, last = article(), last_month(today).period.first
    before = (last - timedelta(days=1)).replace(day=1)
    count(page, last, views=1234, visits=1234)
    count(page, before, views=40, visits=40)

    told = body(client.get(reverse("one_pager"), {"periode": last_month(today).value}))

    assert f"Het meest: 1.234 in {month_label(last)}. Het minst: 40 in {month_label(before)}." in told
    assert f'<th scope="row">{month_label(last)}</th><td>1.234</td>' in told
    assert f">{month_label(last)}</text>" in told


def test_a_sheet_says_that_it_stays_inside_and_what_is_for_outside(client, reader, cyber):
    client.force_login(reader)

    told = client.get(reverse("one_pager")).content.decode()

    assert "niet voor buiten" in told
    assert f'href="{reverse("public_figures")}"' in told


def test_one_goal_and_one_period_can_be_chosen(client, reader, cyber, today):
    client.force_login(reader)
    Theme.objects.create(name="Ondermijning", slug="ondermijning", goal="onaantrekkelijk", order=1)
    month = last_month(today)

    page = body(client.get(reverse("one_pager"), {"thema": cyber.pk, "periode": month.value}))

    assert page.count('<article class="onepager"') == 1
    assert f"In {month.words} waren er" in page


def test_a_goal_more_takes_few_queries(client, reader, cyber, article, count, today, django_assert_max_num_queries):
    client.force_login(reader)
    count(article(), today, views=9)
    with django_assert_max_num_queries(31) as one:
        client.get(reverse("one_pager"))
    other = Theme.objects.create(name="Ondermijning", slug="ondermijning", goal="onaantrekkelijk", order=1)
    ondermijning = article(title="Ondermijnd")
    ArticlePage.objects.filter(pk=ondermijning.pk).update(theme=other)
    count(ondermijning, today, views=9)

    with django_assert_max_num_queries(len(one) + 11):
        client.get(reverse("one_pager"))


def test_a_site_without_goals_says_what_to_do(client, reader):
    client.force_login(reader)

    assert "Er zijn nog geen doelen." in body(client.get(reverse("one_pager")))


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_editor_of_stein_gets_nothing_of_beek(client, editor_of_stein, article, beek, count, today, address):
    client.force_login(editor_of_stein)
    count(article(beek, "Beekse"), last_month(today).period.first, views=987_654, visits=987_654)

    for query in ({}, {"gemeente": beek.pk}, {"gemeente": beek.pk, "periode": last_month(today).value}):
        response = client.get(reverse(address), query)
        told = body(response) if address == "one_pager" else text_of(response.content)
        assert response.status_code == 200
        assert "987.654" not in told
        assert "gemeente Beek" not in told


def test_an_editor_of_stein_may_choose_stein(client, editor_of_stein, article, stein, count, today):
    client.force_login(editor_of_stein)
    count(article(stein, "Steinse"), last_month(today).period.first, views=55, visits=55)

    page = body(client.get(reverse("one_pager"), {"gemeente": stein.pk}))

    assert "55 bezoeken" in page
    assert "gemeente Stein" in page


@pytest.mark.parametrize("address", [*ADDRESSES, "monthly_mail"])
def test_whoever_may_not_see_figures_is_refused(client, home, address):
    client.force_login(make_user("buitenstaander"))

    assert client.get(reverse(address)).status_code in {302, 403}


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"periode": "2026-13"}, id="no such month"),
        pytest.param({"periode": "2999-01"}, id="to come"),
        pytest.param({"thema": "999999"}, id="no such theme"),
        pytest.param({"thema": "\x00"}, id="a NUL byte"),
        pytest.param({"gemeente": "9" * 40}, id="a number too large"),
        pytest.param({"periode": "‮x" * 400}, id="right-to-left text"),
    ],
)
def test_a_wrong_choice_gets_a_clear_word_and_the_usual_sheets(client, reader, cyber, query):
    client.force_login(reader)

    response = client.get(reverse("one_pager"), query)

    assert response.status_code == 200
    assert "Deze keuze kan niet." in body(response)
    assert body(response).count('<article class="onepager"') == 1
    assert client.get(reverse("one_pager_pdf"), query).content.startswith(b"%PDF")


def test_the_figures_lead_to_the_sheets(client, reader):
    client.force_login(reader)

    assert reverse("one_pager") in body(client.get(reverse("figures")))
    assert reverse("monthly_mail") in body(client.get(reverse("one_pager")))
