"""A real nginx with the printed file, on ports and in folders of a test, with a certificate of a minute ago."""

import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from campagne.measurement.benchmarks.nginx import found_nginx
from tests.postgresql import free_port

needs_nginx = pytest.mark.skipif(
    not (found_nginx() and shutil.which("openssl")), reason="nginx or openssl is not installed"
)


def certificate_in(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that signs itself, and its key."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    subprocess.run([*command, "-out", certificate, "-keyout", key], check=True, capture_output=True)
    return certificate, key


def command_for(printed: str, folder: Path, http_port: int) -> list[str]:
    """Put the printed file inside `http { }`, as conf.d does; only what needs root is changed in it."""
    logs = folder / "logs"
    logs.mkdir(exist_ok=True)
    mine = printed.replace("/var/log/nginx", str(logs))
    mine = re.sub(r"listen (\[::\]:)?80\b", lambda found: f"listen {found[1] or ''}{http_port}", mine)
    kinds = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {logs}/start.log;\n"
        f"events {{}}\nhttp {{ access_log {logs}/access.log; {kinds}\n{mine}\n}}\n"
    )
    return [found_nginx() or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{logs}/start.log"]


@contextmanager
def nginx_with(printed: str, folder: Path, tls_port: int, certificate: Path) -> Iterator[tuple[int, ssl.SSLContext]]:
    """Yields the port without TLS, and what trusts the certificate."""
    http_port = free_port()
    running = subprocess.Popen(command_for(printed, folder, http_port))
    trusting = ssl.create_default_context(cafile=str(certificate))
    try:
        _wait_for(tls_port, trusting)
        yield http_port, trusting
    finally:
        running.terminate()
        running.wait(30)


def _wait_for(port: int, trusting: ssl.SSLContext) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            ssl.get_server_certificate(("127.0.0.1", port))
        except ssl.SSLError:  # No name is asked for, so it is refused: nginx is there.
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nginx did not start on port {port}")
