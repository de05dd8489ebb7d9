"""A document is given out as a download that can do nothing, and only when it is for everybody."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from tests.media.documents import ORDINARY

pytestmark = pytest.mark.once


def document(kind: str = "pdf", **fields) -> Document:
    return Document.objects.create(title="Folder", file=ContentFile(ORDINARY[kind], name=f"folder.{kind}"), **fields)


@pytest.mark.parametrize("kind", ORDINARY)
def test_a_document_is_a_download_that_a_browser_never_runs(client, home, kind):
    answer = client.get(document(kind).url)

    assert answer.getvalue() == ORDINARY[kind]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "html" not in answer["Content-Type"]
    assert answer["Content-Type"] != "application/octet-stream"
    assert not answer.cookies


@pytest.mark.parametrize("restriction", ["login", "password", "groups"])
def test_a_document_for_some_is_there_for_nobody_in_public(client, home, restriction):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=restriction, password="x")

    answer = client.get(document(collection=collection).url)

    assert answer.status_code == 404
    assert not answer.cookies


def test_a_kind_that_was_never_allowed_is_not_given_out(client, home):
    page = Document.objects.create(title="Oud", file=ContentFile(b"<script>", name="oud.html"))

    assert client.get(page.url).status_code == 404


def test_a_document_has_no_other_address(client, home):
    one = document()

    assert client.get(one.file.url).status_code == 404
    assert client.get(f"/documenten/{one.pk}/andere.pdf").status_code == 404
    assert client.get(f"/documenten/{'9' * 40}/folder.pdf").status_code == 404
    assert client.get("/documenten/authenticate_with_password/1/").status_code == 404


def test_a_document_whose_file_is_gone_is_gone_too(client, home):
    one = document()
    one.file.storage.delete(one.file.name)

    assert client.get(one.url).status_code == 404


def test_a_document_that_was_fetched_before_is_not_sent_again(client, home):
    one = document()
    one.get_file_hash()
    tag = client.get(one.url)["ETag"]

    assert client.get(one.url, headers={"if-none-match": tag}).status_code == 304
