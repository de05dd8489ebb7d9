"""The one command in production: web processes and the clock, started, watched and stopped together."""

import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import Error, connection

from campagne.serving.backup.disk import told_of_disk
from campagne.serving.backup.refused import Refused
from campagne.serving.database.migrated import what_is_missing
from campagne.serving.processes import become_keeper
from campagne.serving.running import note_keeper
from campagne.serving.static_files import collect_when_changed

# Slow senders are cut off, and many of them leave room for others; a stop takes less than SECONDS_TO_STOP.
WEB_SERVER = (
    *("-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws", "--log-level", "error"),
    *("--blocking-threads", "16", "--backlog", "2048", "--backpressure", "8192"),
    *("--http1-header-read-timeout", "10000", "--http1-buffer-size", "65536"),
    *("--respawn-failed-workers", "--workers-kill-timeout", "5"),
    # With new code, an old worker goes on this many seconds beside the new one, which reads all of that code first.
    *("--respawn-interval", "15"),
)
ADVICE = {
    "postgresql": "Kijk of DATABASE_URL klopt en of de database draait.",
    "sqlite": "Kijk of database.sqlite3 in DATA_DIR heel is. Zo niet: stop de site en zet een reservekopie terug.",
}
CLOCK = [sys.executable, "manage.py", "clock"]


class Command(BaseCommand):
    help = "Start de site met alles wat erbij hoort, en houd het draaiend. Stop met Ctrl-C of SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="het adres waarop de site luistert (127.0.0.1)")
        parser.add_argument("--port", type=int, default=settings.PORT, help="de poort (anders: PORT)")
        parser.add_argument(
            "--workers", type=int, default=settings.WEB_PROCESSES, help="aantal webprocessen (anders: WEB_PROCESSES)"
        )
        parser.add_argument(
            "--without-clock", action="store_true", help="alleen webprocessen; een andere machine houdt de klok bij"
        )

    def handle(self, *args: Any, host: str, port: int, workers: int, without_clock: bool, **options: Any) -> None:
        if database_answers(self.stderr):
            self.check(tags=[Tags.database], databases=["default"])
            refuse_old_database()
        refuse_taken_port(host, port)
        prepare_data_dir()
        address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}"
        self.stdout.write(f"De site staat op {address}/ en het beheer op {address}/beheer/ (stoppen: Ctrl-C)")
        self.stdout.flush()
        commands = {"De webserver": web(host, port, workers), **({} if without_clock else {"De klok": CLOCK})}
        become_keeper(settings.BASE_DIR, commands, debug=settings.DEBUG)


def prepare_data_dir() -> None:
    """Collect what is served, and note who serves it. Raises CommandError when DATA_DIR cannot be written."""
    try:
        with told_of_disk("De site start niet"):
            collect_when_changed()
            note_keeper(settings.DATA_DIR)
    except Refused as error:
        raise CommandError(str(error)) from error


def web(host: str, port: int, workers: int) -> list[str]:
    module, _, name = settings.WSGI_APPLICATION.rpartition(".")
    places = ["--host", host, "--port", str(port), "--workers", str(workers)]
    return [sys.executable, *WEB_SERVER, *places, f"{module}:{name}"]


def database_answers(warnings: OutputWrapper) -> bool:
    """Ask; when it does not, say so and let the site start: stored pages can be given out without a database."""
    try:
        connection.ensure_connection()
    except Error as error:
        warnings.write(
            f"De database antwoordt niet ({type(error).__name__}). De site start toch en geeft bewaarde pagina's. "
            + ADVICE[connection.vendor]
        )
        return False
    return True


def refuse_old_database() -> None:
    """Raise CommandError when the database misses a change that this code expects."""
    missing = what_is_missing()
    connection.close()
    if missing:
        raise CommandError(missing)


def refuse_taken_port(host: str, port: int) -> None:
    """Raise CommandError when somebody listens there: two servers would share the readers between them."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Op {host} poort {port} kan de site niet luisteren ({error.strerror}). "
                "Draait de site al? Kies anders een andere poort, met PORT of --port."
            ) from error
