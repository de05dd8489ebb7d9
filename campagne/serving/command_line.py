"""The commands of `manage.py`: a database that is away or older than the code is told in a sentence, not in a trace."""

import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.core.management.color import color_style
from django.db import DatabaseError, Error

from campagne.serving.database.migrated import what_is_missing
from campagne.serving.database.outage import outage_behind

# It is behind until it ends well: why it did not is in the error itself.
MIGRATING = {"migrate", "migrate_at_once"}


def execute(command: Sequence[str]) -> None:
    """Do what `command` (with `manage.py` first) says. Ends with 1 when settings or database are why not."""
    try:
        execute_from_command_line(list(command))
    except ImproperlyConfigured as error:
        if "--traceback" in command:
            raise
        sys.exit(color_style().ERROR(str(error)))
    except DatabaseError as error:
        is_to_be_traced = "--traceback" in command or MIGRATING & set(command)
        if is_to_be_traced or not (told := told_of(error)):
            raise
        sys.exit(color_style().ERROR(told))


def told_of(error: Exception) -> str:
    """What is wrong with the database and what to do; empty when it is the fault of something else."""
    try:
        missing = what_is_missing()
    except Error:
        return f"De database antwoordt niet ({type(error).__name__}). Start hem, of verbeter DATABASE_URL in .env."
    if missing:
        return missing
    if outage_behind(error):
        return f"De database kon dit nu niet doen ({error}). Loopt er een upgrade of een andere opdracht? Wacht daarop."
    return ""
