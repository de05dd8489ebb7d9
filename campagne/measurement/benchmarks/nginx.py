"""nginx with one worker that gives out one compressed file: the measure of what a page can cost at all."""

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from campagne.measurement.benchmarks.server import free_port

PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin")
CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    default_type "text/html; charset=utf-8";
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=2048;
        root {folder}/files;
        location = /page {{
            add_header Content-Encoding br;
            add_header Cache-Control "public, max-age=0, s-maxage=30, stale-if-error=86400";
            add_header Vary Accept-Encoding;
        }}
    }}
}}
"""


def found_nginx() -> str | None:
    """Where the program stands, also where it is not on the path of an ordinary user."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), *PLACES]))


def configured(folder: Path, port: int, body: bytes) -> list[str]:
    """Write a configuration and the file to give out; the command that starts it."""
    (folder / "files").mkdir()
    (folder / "files" / "page").write_bytes(body)
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port))
    return [found_nginx() or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]


@contextmanager
def giving_out(body: bytes, folder: Path, first: Callable[[], None]) -> Iterator[tuple[int, int]]:
    """Give out `body` at /page; yields the port and the process. `first` is done in the new process."""
    port = free_port()
    process = subprocess.Popen(configured(folder, port, body), preexec_fn=first)  # noqa: S603 (what was found)
    try:
        _wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/page", timeout=2).close()
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nginx did not answer on port {port}; see its own words above")
