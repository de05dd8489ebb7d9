"""What an editor may not publish: a scenario without acts, or the same language twice."""

from collections import Counter
from typing import Any

from campagne.content.reading_form import ReadingPageForm


class InstructionPageForm(ReadingPageForm):
    """A draft may be half done; what can be raised as an incident may not."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if doubled := self._languages_written_twice():
            self.add_error(None, f"Twee keer dezelfde taal: {', '.join(doubled)}. Laat er van elke taal één staan.")
        if not self.is_deferred_validation and cleaned.get("scenario") and not cleaned.get("acts"):
            self.add_error("acts", "Schrijf wat mensen moeten doen, of kies geen draaiboek.")
        return cleaned

    def _languages_written_twice(self) -> list[str]:
        texts = self.formsets.get("texts")
        if texts is None:
            return []
        kept = [form for form in texts.forms if form.is_valid() and not texts._should_delete_form(form)]
        counted = Counter(form.instance.get_language_display() for form in kept if form.instance.language)
        return [language for language, number in counted.items() if number > 1]
