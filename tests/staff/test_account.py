"""A colleague has a name here and no photo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.users.models import UserProfile

from tests.media.pictures import picture

pytestmark = pytest.mark.once


def test_the_account_asks_for_no_photo(client, editor_of_stein):
    client.force_login(editor_of_stein)

    screen = client.get("/beheer/account/")

    assert screen.status_code == 200
    assert 'type="file"' not in screen.content.decode()


def test_a_photo_that_is_sent_by_hand_is_not_kept(client, editor_of_stein):
    client.force_login(editor_of_stein)
    names = {"first_name": "Anna", "last_name": "Jansen", "email": "anna@example.com"}
    photo = SimpleUploadedFile("ik.gif", picture("GIF"))

    client.post(
        "/beheer/account/", {**{f"name_email-{field}": value for field, value in names.items()}, "avatar-avatar": photo}
    )

    assert not UserProfile.get_for_user(editor_of_stein).avatar


def test_nobody_changes_the_address_that_opens_a_new_password(client, editor_of_stein):
    client.force_login(editor_of_stein)

    client.post("/beheer/account/", {"name_email-first_name": "Anna", "name_email-email": "van-een-ander@example.com"})

    editor_of_stein.refresh_from_db()
    assert "ander" not in editor_of_stein.email


def test_a_stranger_sees_no_account(client, db):
    assert client.get("/beheer/account/").status_code == 302
