"""Write the papers about privacy as Markdown: `manage.py privacy_texts --dpia > dpia.md`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from campagne.measurement.privacy.document import as_markdown
from campagne.measurement.privacy.texts import Text, text_of


class Command(BaseCommand):
    help = (
        "Schrijft de DPIA of het register van verwerkingen van deze installatie als Markdown, met wat de gemeente zelf "
        "nog moet invullen. In het beheer staan ze onder Rapporten, om te lezen en te printen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_mutually_exclusive_group(required=True)
        for text in Text:
            kinds.add_argument(f"--{text.value}", dest="text", action="store_const", const=text, help=text.label)

    def handle(self, *args: Any, text: Text, **options: Any) -> None:
        document = text_of(text, timezone.localdate())
        self.stdout.write(as_markdown(document), ending="")
        self.stderr.write(f"{len(document.gaps)} plekken zijn nog in te vullen door de gemeente.")
