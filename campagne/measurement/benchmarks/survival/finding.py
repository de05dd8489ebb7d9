"""What a fault showed."""

from campagne.measurement.benchmarks.finding import Finding


def found(seen: str, asked: str, is_good: bool) -> Finding:
    """A finding of what was `seen`, with its figures, beside what was `asked`."""
    return Finding(f"{seen} (gevraagd: {asked})", is_good)
