"""What a fault showed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One sentence of what was `seen`, with its figures, and whether that is what was `asked`."""

    seen: str
    asked: str
    is_good: bool

    def __str__(self) -> str:
        return f"{'goed' if self.is_good else 'FOUT'}: {self.seen} (gevraagd: {self.asked})"
