"""The part of the edit screen of a question that says which texts can be heard."""

from functools import cached_property
from typing import Any

from wagtail.admin.panels import HelpPanel

from campagne.media.speaking import Audibility, audibility
from campagne.quiz.sound.hearing import hearings_of


class SoundPanel(HelpPanel):
    """How many texts have a sound that fits, and the way to the screen with all of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "quiz/sound_panel.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        @cached_property
        def audibility(self) -> Audibility:
            return audibility(hearings_of(self.instance))

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None
