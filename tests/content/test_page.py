"""What holds for every page with content: whose it is, for whom, and how it is found."""

import pytest
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage, ContentPage
from doelgroepen.models import TargetGroup, Theme


@pytest.fixture
def seniors(db):
    return TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")


@pytest.fixture
def cybercrime(db):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime", goal="Digitaal veilig")


@pytest.fixture
def regional_index(home):
    return ArticleIndexPage.objects.child_of(home).get()


@pytest.fixture
def stein_index(stein):
    return ArticleIndexPage.objects.get(municipality=stein)


def test_a_page_below_a_municipality_is_that_municipalitys(publish, stein_index, stein):
    page = publish(stein_index, ArticlePage(title="In Stein", summary="Over Stein"))

    assert page.municipality == stein


def test_a_page_that_moves_takes_the_municipality_of_its_new_place(client, regional_editor, publish, stein_index, beek):
    page = publish(stein_index, ArticlePage(title="Verhuisd", summary="Naar Beek"))
    target = ArticleIndexPage.objects.get(municipality=beek)
    client.force_login(regional_editor)

    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))

    page.refresh_from_db()
    assert page.municipality == beek


def test_phrases_find_across_page_types(publish, regional_index, stein_index, stein, beek, seniors, cybercrime):
    regional = ArticlePage(title="Voor iedereen", summary="Regio", theme=cybercrime)
    regional.target_groups.add(seniors)
    publish(regional_index, regional)
    publish(stein_index, ArticlePage(title="Alleen Stein", summary="Stein", theme=cybercrime))

    found = ContentPage.objects.live().for_group(seniors).offered_in(beek).about(cybercrime)

    assert [page.title for page in found] == ["Voor iedereen"]


def test_groups_are_chosen_from_a_list_and_survive_saving(client, regional_editor, publish, regional_index, seniors):
    page = publish(regional_index, ArticlePage(title="Keuze", summary="Kies"))
    client.force_login(regional_editor)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    posted = {
        "title": "Keuze", "slug": "keuze", "summary": "Kies", "target_groups": [seniors.pk], "action-publish": "1",
        "body-count": "0", "next_step-count": "0", "sources-count": "0",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "easy_texts-TOTAL_FORMS": "0", "easy_texts-INITIAL_FORMS": "0",
    }  # fmt: skip

    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted)

    assert form.fields["target_groups"].queryset.count() == 1
    assert response.status_code == 302
    assert list(ContentPage.objects.live().for_group(seniors)) == [page.contentpage_ptr]


def test_a_group_of_another_municipality_is_not_offered(client, editor_of_stein, publish, stein_index, beek):
    TargetGroup.objects.create(name="Ouders in Beek", self_description="Ik ben ouder", municipality=beek)
    page = publish(stein_index, ArticlePage(title="Van Stein", summary="Stein"))
    client.force_login(editor_of_stein)

    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "Ouders in Beek" not in response.content.decode()


def test_a_group_in_use_cannot_be_deleted_by_accident(publish, regional_index, seniors):
    page = ArticlePage(title="Met groep", summary="x")
    page.target_groups.add(seniors)
    publish(regional_index, page)

    with pytest.raises(Exception, match="protected"):
        seniors.delete()
