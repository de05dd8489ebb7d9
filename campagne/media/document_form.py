"""The form for a document: what is not what its name says is refused with a sentence."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm

from campagne.media.document_file import CHECKS, check_document
from campagne.sheets.unreadable import Unreadable

HELP = (
    "PDF, Word (docx), Excel (xlsx), OpenDocument (odt, ods) of CSV, hoogstens 10 MB. "
    "Zonder wachtwoord, macro's of ingevoegde bestanden. Iedereen die het adres kent, kan het downloaden."
)


class CheckedDocumentField(WagtailDocumentField):
    """A look at size and content, in every place where a document is brought in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = HELP

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if not file:
            return file
        extension = file.name.rpartition(".")[2].lower()
        if extension not in CHECKS:
            found = f"Een bestand dat eindigt op .{extension[:10]} nemen we niet aan."
            raise ValidationError(f"{found} Verwacht: {', '.join(CHECKS)}. Bewaar het als PDF.", code="unfit")
        try:
            check_document(file.read(), extension)
        except Unreadable as error:
            raise ValidationError(str(error), code="unfit") from error
        file.seek(0)
        return file


class DocumentForm(BaseDocumentForm):
    """Editing many at once has no file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            self.fields["file"] = CheckedDocumentField(required=plain.required, label=plain.label, widget=plain.widget)

    def _post_clean(self) -> None:
        """Say once why a file is refused: without it Wagtail would add that its name has no extension."""
        refused = self._errors.get("file")
        super()._post_clean()
        if refused:
            self._errors["file"] = self.error_class(refused.data[:1], renderer=self.renderer)
