"""The form for a picture: what is no fit picture is refused with a sentence, before anything decodes it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from campagne.media.picture_file import Unfit, check_picture

HELP = (
    "JPG, PNG of WebP, hoogstens 10 MB en 25 miljoen beeldpunten, één beeld zonder animatie. "
    "Bezoekers krijgen een verkleind beeld, zonder de plaats en tijd die een telefoon in een foto bewaart."
)


class CheckedImageField(WagtailImageField):
    """A look at size and content before Wagtail's own checks; what is refused keeps the rest of the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = HELP

    def to_python(self, data: Any) -> Any:
        if data:
            self.check_image_file_size(data)
            try:
                check_picture(data, data.name)
            except Unfit as error:
                raise ValidationError(str(error), code="unfit") from error
        return super().to_python(data)


class PictureForm(BaseImageForm):
    """The form in every place where a picture is brought in; editing many at once has no file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            self.fields["file"] = CheckedImageField(required=plain.required, label=plain.label, widget=plain.widget)
