"""What is made of a picture for a page: only what is to be seen, never what a camera or a program wrote with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

KEPT = ("icc_profile", "transparency")


class SilentFilter(Filter):
    """A filter that starts from an upright picture without words: no place, maker, moment or remark."""

    @contextmanager
    def get_willow_image(self, image: Any, source: Any = None) -> Iterator[PillowImage]:
        with super().get_willow_image(image, source) as opened:
            picture = opened.auto_orient().image.copy()
            picture.info = {name: picture.info[name] for name in KEPT if name in picture.info}
            silent = PillowImage(picture)
            silent.format_name = opened.format_name
            yield silent
