"""What a benchmark found, as a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[str], object]


@dataclass(frozen=True)
class Finding:
    """A sentence with what was measured and what was asked; `is_good` None says that nothing was asked."""

    text: str
    is_good: bool | None = None

    def __str__(self) -> str:
        return self.text if self.is_good is None else f"{'goed ' if self.is_good else 'FOUT '} {self.text}"
