"""Why a backup, a return or an upgrade was not done, in words for whoever asked."""


class Refused(Exception):
    """What was found, what was expected, and what to do."""
