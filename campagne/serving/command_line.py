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
STOPPED = "Afgebroken."
# What is true of a command that was stopped halfway, whenever that was.
AFTER_STOP = {
    "archive_site": "Er is niets bewaard.",
    "backup": "Er blijft geen halve backup staan.",
    "drill": "De backups zijn niet veranderd en de proef is weer opgeruimd.",
    "restore": "Er is niets teruggezet.",
    "upgrade": "De database is nog als daarvoor, of al helemaal bij. Doe de upgrade opnieuw.",
}
STOPPED_BY_HAND = 130


def execute(command: Sequence[str]) -> None:
    """Do what `command` (with `manage.py` first) says. Ends with 1 when settings or database are why not."""
    try:
        execute_from_command_line(list(command))
    except KeyboardInterrupt:
        if "--traceback" in command:
            raise
        sys.stderr.write(f"{told_of_stop(command)}\n")
        sys.exit(STOPPED_BY_HAND)
    except ImproperlyConfigured as error:
        if "--traceback" in command:
            raise
        sys.exit(color_style().ERROR(str(error)))
    except DatabaseError as error:
        is_to_be_traced = "--traceback" in command or MIGRATING & set(command)
        if is_to_be_traced or not (told := told_of(error)):
            raise
        sys.exit(color_style().ERROR(told))


def told_of_stop(command: Sequence[str]) -> str:
    """That somebody pressed Ctrl-C, and what that left."""
    return " ".join([STOPPED, *(AFTER_STOP[name] for name in command[1:2] if name in AFTER_STOP)])


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
