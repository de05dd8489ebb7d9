"""PageSpeech: a sound of one exact text of a page: the page itself, one of its steps, or its easy text."""

from django.db import models

from campagne.content.page import ContentPage
from campagne.media.spoken_text import SpokenText


class PageSpeech(SpokenText):
    """No part of a draft: a sound is heard wherever exactly its text stands on the page."""

    owner = "page"

    page = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="speeches")

    class Meta:
        verbose_name = "gesproken tekst van een pagina"
        verbose_name_plural = "gesproken teksten van pagina's"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "part", "text_hash"],
                condition=models.Q(withdrawn_at=None),
                name="a_text_of_a_page_has_one_sound",
            ),
        ]
