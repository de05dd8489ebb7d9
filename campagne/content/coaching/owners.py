"""Whose a place in the tree is. A draft does not say so itself before it is published."""

from campagne.content.page import ContentPage
from doelgroepen.models import Municipality


class Owners:
    """The municipalities by the place of their page, from one query."""

    def __init__(self) -> None:
        pages = ContentPage.objects.filter(municipalitypage__isnull=False).select_related("municipality")
        self._by_path = {page.path: page.municipality for page in pages}

    def at(self, path: str) -> Municipality | None:
        """The municipality of whatever stands here; None for the region's."""
        return next((owner for above, owner in self._by_path.items() if path.startswith(above)), None)
