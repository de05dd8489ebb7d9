"""Every place where a file can come in is known, and has its check."""

import pytest
from django.apps import apps
from django.db.models import FileField

pytestmark = pytest.mark.once
CHECKED = {"media.Picture.file", "media.Sound.file", "wagtaildocs.Document.file"}
MADE_BY_US = {"media.Rendition.file"}
ONLY_AFTER_THE_CHECK = {"wagtailcore.UploadedFile.file"}
NOT_OFFERED = {"wagtailusers.UserProfile.avatar", "wagtailimages.Image.file", "wagtailimages.Rendition.file"}


def test_no_file_comes_in_anywhere_else():
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
    }

    assert fields == CHECKED | MADE_BY_US | ONLY_AFTER_THE_CHECK | NOT_OFFERED
