"""What the admin does around pages."""

from campagne.content.models import ArticleIndexPage


def test_the_checks_beside_a_page_leave_out_what_its_editor_cannot_change(client, editor_of_stein, stein):
    page = ArticleIndexPage.objects.get(municipality=stein)
    client.force_login(editor_of_stein)

    response = client.get(f"/beheer/pages/{page.pk}/edit/")

    assert '"include": ["main"]' in response.content.decode()
