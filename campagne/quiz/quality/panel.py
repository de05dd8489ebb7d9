"""The part of an edit screen that says what was found, and asks whether it may be so."""

from typing import Any

from wagtail.admin.panels import HelpPanel

from campagne.quiz.quality.inspection import Quality


class QualityPanel(HelpPanel):
    """Shows `quality` of the form, with a box to tick for who publishes all the same."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "quiz/quality_panel.html", "heading": "Kwaliteit", **kwargs})

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["accept_findings"]}

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def quality(self) -> Quality:
            return self.form.quality

        def is_shown(self) -> bool:
            """Nothing is judged before something was written."""
            return super().is_shown() and (self.instance.pk is not None or self.form.is_bound)
