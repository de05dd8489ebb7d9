"""Whatever Wagtail gives out as a spreadsheet, nothing in it is a formula."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.media import exports
from tests.conftest import make_user

pytestmark = pytest.mark.once

FORMULA = '=HYPERLINK("http://kwaad.example";"klik")'
LISTS = ["reports/aging-pages", "reports/site-history", "redirects"]


def all_below(view: type) -> set[type]:
    return {view, *(deeper for below in view.__subclasses__() for deeper in all_below(below))}


@pytest.fixture
def administrator(client, home, publish):
    """Somebody who sees every list, in which a page and a redirect have the name of a formula."""
    publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(title=FORMULA, summary="Een appje"))
    Redirect.objects.create(old_path="/oud", redirect_link=FORMULA)
    client.force_login(make_user("beheerder", is_superuser=True))
    return client


def test_no_list_writes_for_itself():
    views = all_below(SpreadsheetExportMixin)

    assert len(views) > 10
    assert {view.stream_csv for view in views} == {exports.stream_csv}
    assert {view.write_xlsx for view in views} == {exports.write_workbook}


@pytest.mark.parametrize("name", LISTS)
def test_csv_is_harmless(administrator, name):
    content = administrator.get(f"/beheer/{name}/?export=csv").getvalue().decode("utf-8-sig")

    cells = [cell for row in csv.reader(StringIO(content), delimiter=";") for cell in row]
    assert f"'{FORMULA}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("name", LISTS)
def test_a_workbook_is_harmless(administrator, name):
    content = administrator.get(f"/beheer/{name}/?export=xlsx").getvalue()

    cells = [cell for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row]
    assert FORMULA in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}
