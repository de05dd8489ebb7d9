"""What Django and Wagtail would answer with a fault or an empty page has words here."""

from tests.conftest import make_user


def test_a_form_without_its_fields_is_refused_in_words(client, editor_of_stein):
    client.force_login(editor_of_stein)

    answer = client.post("/beheer/snippets/quiz/question/add/", {})

    assert answer.status_code == 400
    assert "konden we niet lezen" in answer.content.decode()


def test_what_something_else_needs_is_not_removed_and_says_why(client, stein):
    client.force_login(make_user("baas", is_superuser=True))

    answer = client.post(f"/beheer/groups/delete/{stein.editors.pk}/")

    assert answer.status_code == 409
    assert "nog in gebruik" in answer.content.decode()
