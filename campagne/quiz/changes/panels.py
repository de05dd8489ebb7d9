"""The parts of the edit screen of a question that say what was answered and ask what kind of change it is."""

from functools import cached_property
from typing import Any

from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from campagne.quiz.changes.pending_change import PendingChange


class _OfPublished:
    """Shown once there is something that was published."""

    @cached_property
    def pending(self) -> PendingChange:
        return self.form.pending

    def is_shown(self) -> bool:
        return super().is_shown() and self.pending.newest is not None


class AnsweredPanel(HelpPanel):
    """How many answers there are, and what becomes of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "quiz/answered_panel.html", **kwargs})

    class BoundPanel(_OfPublished, HelpPanel.BoundPanel):
        pass


class ProposalPanel(HelpPanel):
    """What we take the change for, and unseen which version was the newest then."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "quiz/proposal_panel.html", **kwargs})

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["change_since"]}

    class BoundPanel(_OfPublished, HelpPanel.BoundPanel):
        pass


class ChangePanel(MultiFieldPanel):
    """The choice between the kinds of change, asked when there are answers."""

    def __init__(self, children: Any = None, **kwargs: Any) -> None:
        own = [ProposalPanel(), FieldPanel("change"), FieldPanel("change_reason")]
        super().__init__(children or own, **{"heading": "Soort wijziging", **kwargs})

    class BoundPanel(_OfPublished, MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and self.pending.answers > 0
