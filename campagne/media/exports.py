"""What editors take out of Wagtail as a spreadsheet is written by our own sheets, so nothing in it is a formula."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from campagne.sheets.cells import Cell
from campagne.sheets.csv_file import write_csv
from campagne.sheets.xlsx_file import write_xlsx


def make_exports_safe() -> None:
    """Let every list and report of Wagtail write with ours: its own CSV hands formulas through as they were typed."""
    SpreadsheetExportMixin.stream_csv = stream_csv
    SpreadsheetExportMixin.write_xlsx = write_workbook


def stream_csv(view: SpreadsheetExportMixin, queryset: Any) -> Iterator[bytes]:
    return write_csv(_rows(view, queryset), header=_header(view, queryset))


def write_workbook(view: SpreadsheetExportMixin, queryset: Any, output: BinaryIO) -> None:
    output.write(write_xlsx(_rows(view, queryset), header=_header(view, queryset)))


def _header(view: SpreadsheetExportMixin, queryset: Any) -> list[str]:
    return [str(view.get_heading(queryset, field)) for field in view.list_export]


def _rows(view: SpreadsheetExportMixin, queryset: Iterable[Any]) -> Iterator[list[Cell]]:
    for item in queryset:
        row = view.to_row_dict(item)
        yield [_cell(view.preprocess_field_value(field, row[field], view.FORMAT_CSV)) for field in view.list_export]


def _cell(value: Any) -> Cell:
    """None of Wagtail says that there is nothing, not that it is unknown; a moment is told in our own time."""
    match value:
        case None:
            return ""
        case datetime() if timezone.is_aware(value):
            return timezone.make_naive(timezone.localtime(value))
        case bool() | int() | float() | Decimal() | date():
            return value
    return str(value)
