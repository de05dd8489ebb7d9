"""The sentences of the demo that lie ready for an incident, and its dated statements. What exists stays as it is."""

from django.db import transaction

from campagne.demo.ready_entries import ReadyEntry
from campagne.incidents.models import PreparedLine, Statement


@transaction.atomic
def put_ready_lines(entry: ReadyEntry) -> int:
    """Put each that is not there, by its Dutch words; return how many are new."""
    rows = [(PreparedLine, line, {}) for line in entry.lines]
    rows += [(Statement, each, {"checked_on": each.checked_on}) for each in entry.statements]
    made = [
        model.objects.get_or_create(
            text_nl=told.nl, defaults={"text_en": told.en, "text_de": told.de, "order": order, **more}
        )
        for order, (model, told, more) in enumerate(rows, start=1)
    ]
    return sum(is_new for _, is_new in made)
