"""Every line of the log that tells of an error is noted too, under what makes it the same error."""

import logging
import re
from contextlib import suppress

from campagne.logs import error_of, message_of, request_of
from campagne.serving.disturbances.noting import Kind, note

NUMBERS = re.compile(r"\d+")


class Noted(logging.Handler):
    """Counts errors; it asks nothing of the database, and no error of its own comes out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(Exception):  # What `logging` would print of it holds the values of the record.
            note(Kind.ERROR, *named(record))


def named(record: logging.LogRecord) -> tuple[str, str]:
    """What it was and where; a number differs every time, so the words of a line have none."""
    error, asked = error_of(record), request_of(record)
    if not error:
        return NUMBERS.sub("…", message_of(record)), record.name
    at = asked["route"] or (f"pagina {asked['page']}" if asked["page"] else "")
    what = error["error"].partition(" < ")[0].removeprefix("builtins.")
    return (f"{what} bij {at}" if at else what), error["stack"][-1] if error["stack"] else record.name
