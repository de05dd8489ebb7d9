"""Why an installation cannot be moved, in words for whoever asked."""


class CannotMove(Exception):
    """What was found, what was expected, and what to do."""
