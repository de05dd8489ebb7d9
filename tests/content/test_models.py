"""What holds for the form of every page type."""

import pytest
from wagtail.models import get_page_models

OF_WAGTAIL = {"go_live_at", "expire_at", "comment_notifications"}
OURS = [model for model in get_page_models() if model.__module__.startswith(("campagne.", "home."))]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_tells_its_editor_what_to_fill_in(model):
    fields = model.get_edit_handler().get_form_class().base_fields

    assert [name for name, field in fields.items() if not field.help_text and name not in OF_WAGTAIL] == []
