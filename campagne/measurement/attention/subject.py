"""What a card is about: a theme, a group and a place, each of them or all. Small counts are judged together. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from campagne.figures.surveillance import Series


@dataclass(frozen=True)
class Subject:
    """Numbers of a theme, a target group and a municipality; None is all of them, or the whole region."""

    theme: int | None = None
    group: int | None = None
    municipality: int | None = None

    @property
    def above(self) -> "Subject | None":
        """Where it is added up when it is too small: municipality, then group, then nothing is left."""
        if self.municipality is not None:
            return replace(self, municipality=None)
        return replace(self, group=None) if self.group is not None else None


@dataclass(frozen=True)
class Pooled:
    """A count too small to judge; `into` is what it is judged with, None is nothing."""

    about: Subject
    expected: float
    into: Subject | None


def pool(series: Mapping[Subject, Series]) -> tuple[dict[Subject, Series], list[Pooled]]:
    """Tell what can be judged from what is too small, with what that is judged instead.

    `series` must hold what is above each subject as well. A theme as a whole is judged only when a group of it is too
    small: whoever is watched closely needs no second look.
    """
    large = {about: one for about, one in series.items() if one.is_enough}
    pooled = [
        Pooled(about, one.expected, _large_above(about, large)) for about, one in series.items() if about not in large
    ]
    used = {small.into for small in pooled}
    return {about: one for about, one in large.items() if about.group is not None or about in used}, pooled


def _large_above(about: Subject, large: Mapping[Subject, Series]) -> Subject | None:
    above = about.above
    while above is not None and above not in large:
        above = above.above
    return above
