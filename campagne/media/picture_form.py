"""The form for a picture: what cannot be opened is refused with a sentence, never with a fault."""

from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


class CheckedImageField(WagtailImageField):
    """Wagtail's own checks, and a refusal when the file only looks like a picture."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except UNREADABLE as error:
            raise ValidationError(
                "Dit bestand is geen beeld dat we kunnen openen. Bewaar het opnieuw als JPG, PNG of WebP."
            ) from error


class PictureForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = self.fields["file"]
        self.fields["file"] = CheckedImageField(required=plain.required, label=plain.label, widget=plain.widget)
