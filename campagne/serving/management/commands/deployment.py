"""Print what stands around this installation: `manage.py deployment nginx|systemd`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.serving.deployment.nginx import Front, nginx_configuration
from campagne.serving.deployment.systemd import HERE, systemd_unit

CERTIFICATE, KEY = Path("/etc/ssl/weerbaar/fullchain.pem"), Path("/etc/ssl/weerbaar/privkey.pem")


class Command(BaseCommand):
    help = "Print de instellingen van nginx of systemd voor deze installatie. Er wordt niets geschreven of gestart."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True, metavar="nginx|systemd")
        nginx = kinds.add_parser("nginx", help="nginx met TLS voor de site")
        nginx.add_argument("--certificate", type=Path, default=CERTIFICATE, help=f"het certificaat ({CERTIFICATE})")
        nginx.add_argument("--key", type=Path, default=KEY, help=f"de sleutel daarvan ({KEY})")
        nginx.add_argument("--server", action="append", help="waar serve luistert; vaker mag (127.0.0.1:PORT)")
        nginx.add_argument(
            "--watcher", action="append", default=[], help="wie van buiten /-/ready mag lezen; vaker mag"
        )
        nginx.add_argument("--kept", type=Path, help="de map boven de 'nu' die export_now vult")
        systemd = kinds.add_parser("systemd", help="een unit die serve draaiend houdt")
        systemd.add_argument("--user", default="weerbaar", help="het account waaronder de site draait (weerbaar)")
        systemd.add_argument("--host", default=HERE, help=f"het adres waarop de site luistert ({HERE})")
        systemd.add_argument(
            "--environment",
            type=Path,
            default=settings.BASE_DIR / ".env",
            help="het bestand met instellingen (.env)",
        )

    def handle(self, *args: Any, kind: str, **options: Any) -> None:
        try:
            text = of_nginx(options) if kind == "nginx" else of_systemd(options)
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write(text)


def of_systemd(options: dict[str, Any]) -> str:
    return systemd_unit(options["user"], options["environment"], options["host"])


def of_nginx(options: dict[str, Any]) -> str:
    servers = options["server"] or [f"127.0.0.1:{settings.PORT}"]
    return nginx_configuration(
        Front(options["certificate"], options["key"], tuple(servers), tuple(options["watcher"]), options["kept"])
    )
