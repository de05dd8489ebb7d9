"""What an editor may not publish: outcomes that miss something or do not fit together. Drafts may be half done."""

from typing import Any

from campagne.content.page import ContentPageForm
from campagne.report_guide.outcome import fit_of
from campagne.report_guide.paths import flaws

MOST_ON_ONE_SCREEN = 12


class IncidentTypeForm(ContentPageForm):
    """What one outcome lacks is told at its field by its block; here is what they say together."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        outcomes = cleaned.get("outcomes")
        if self.is_deferred_validation or outcomes is None:
            return cleaned
        fits = [fit_of(block.value) for block in outcomes]
        for flaw in flaws(fits, in_category=cleaned.get("category") is not None):
            where = "" if flaw.outcome is None else f"Uitkomst {flaw.outcome + 1}: "
            self.add_error("outcomes", f"{where}{flaw.words}")
        if cleaned.get("category") is None and self._on_first_screen() >= MOST_ON_ONE_SCREEN:
            self.add_error("category", f"Op het eerste scherm staan al {MOST_ON_ONE_SCREEN} keuzes. Kies een groep.")
        return cleaned

    def _on_first_screen(self) -> int:
        """How many other choices stand on the first screen."""
        guide, here = self.parent_page.specific, type(self.instance).objects.child_of(self.parent_page)
        loose = here.live().filter(category=None).exclude(pk=self.instance.pk)
        return loose.count() + guide.categories.count()
