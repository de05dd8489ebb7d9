"""Choosing one row out of many: fetched once, and written in one go however many there are."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import ModelChoiceIterator
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

SELECTED = mark_safe(" selected")


class PlainSelect(forms.Select):
    """A list of options without groups.

    Django renders a template for each option, which for every municipality of the country takes longer than the
    figures below it.
    """

    def render(self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        chosen = self.format_value(value)
        options = ((key, SELECTED if str(key) in chosen else "", words) for key, words in self.choices)
        return format_html(
            "<select{}>{}</select>",
            flatatt(self.build_attrs({**self.attrs, "name": name}, attrs)),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


class Fetched(ModelChoiceIterator):
    """The options out of rows that stay in memory."""

    def __iter__(self) -> Iterator[tuple]:
        yield "", self.field.empty_label
        yield from map(self.choice, self.queryset)


class OneOf(forms.ModelChoiceField):
    """One row or none. What was chosen is looked up among the rows of the options, which are asked for anyway."""

    widget = PlainSelect
    iterator = Fetched

    def __init__(self, queryset: Any, *, none: str, **options: Any) -> None:
        super().__init__(queryset, required=False, empty_label=none, **options)

    def to_python(self, value: Any) -> Model | None:
        if value in self.empty_values:
            return None
        for row in self.queryset:
            if str(row.pk) == str(value):
                return row
        raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
