"""One row out of many: the list of options, and what was chosen from it."""

import pytest
from django import forms

from campagne.measurement.dashboard.one_of import OneOf
from doelgroepen.models import Theme


class OneTheme(forms.Form):
    theme = OneOf(Theme.objects.all(), label="Thema", none="Alle thema's")


@pytest.fixture
def themes(db):
    return [Theme.objects.create(name=name, slug=slug, goal="…") for name, slug in (("<Eén>", "een"), ("Twee", "twee"))]


def test_the_options_and_the_choice_are_one_question(themes, django_assert_num_queries):
    form = OneTheme({"theme": str(themes[1].pk)})

    with django_assert_num_queries(1):
        chosen, written = form.is_valid() and form.cleaned_data["theme"], str(form["theme"])

    assert chosen == themes[1]
    assert written.startswith('<select id="id_theme" name="theme">')
    assert f'<option value="{themes[0].pk}">&lt;Eén&gt;</option>' in written
    assert f'<option value="{themes[1].pk}" selected>Twee</option>' in written
    assert written.count("<option") == 3


@pytest.mark.parametrize("asked", [{}, {"theme": ""}], ids=["nothing", "the first option"])
def test_nothing_chosen_is_none(themes, asked):
    form = OneTheme(asked)

    assert form.is_valid()
    assert form.cleaned_data["theme"] is None


@pytest.mark.parametrize("asked", ["0", "x", "\x00", "9" * 40])
def test_what_is_not_among_them_is_refused(themes, asked):
    form = OneTheme({"theme": asked})

    assert not form.is_valid()
    assert "selected" not in str(form["theme"])
