"""The file for nginx is one that nginx takes, that the site can stand behind, and that keeps nobody's address."""

import http.client
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.postgresql import free_port
from tests.running_site import ROOT, environment_for, wait_until_live
from tests.serving.deployment.front import certificate_in, command_for, needs_nginx, nginx_with

ADDRESS = "https://www.example.nl"


@pytest.fixture
def behind_tls(settings):
    settings.SITE_URL, settings.PROXIES = ADDRESS, 1
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "www.example.nl", ".streek.example"]
    return settings


def printed(capsys, *parameters: str) -> str:
    call_command("deployment", "nginx", *parameters)
    return capsys.readouterr().out


@pytest.mark.once
@needs_nginx
def test_nginx_takes_the_file(behind_tls, tmp_path, capsys):
    certificate, key = certificate_in(tmp_path)
    more = ("--server", "10.0.0.1:8000", "--server", "[::1]:8001", "--watcher", "192.0.2.0/24", "--kept", str(tmp_path))
    text = printed(capsys, "--certificate", str(certificate), "--key", str(key), *more)

    command = command_for(text.replace("443 ssl", f"{free_port()} ssl"), tmp_path, free_port())
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True)

    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr


@pytest.mark.once
def test_it_is_the_file_of_this_installation(behind_tls, capsys):
    behind_tls.PORT = 8123

    text = printed(capsys)

    assert "server 127.0.0.1:8123;" in text
    assert "server_name www.example.nl .streek.example;" in text
    assert "return 301 https://www.example.nl$request_uri;" in text


@pytest.mark.once
def test_no_log_has_who_asked_or_what(behind_tls, capsys):
    text = printed(capsys)

    form = next(line for line in text.splitlines() if line.startswith("log_format"))
    assert not {"$remote_addr", "$request ", "$uri", "$http_user_agent", "$http_referer"} & set(form.split())
    logs = {line.strip() for line in text.splitlines() if "_log /" in line}
    assert logs == {
        "access_log /var/log/nginx/weerbaar.log weerbaar;",
        "error_log /var/log/nginx/weerbaar.error.log emerg;",
    }
    assert text.count("server {") == text.count("error_log ") == 3


@pytest.mark.once
@pytest.mark.parametrize(
    ("changed", "parameters", "words"),
    [
        pytest.param({"SITE_URL": "http://www.example.nl"}, [], "SITE_URL", id="no TLS"),
        pytest.param({"ALLOWED_HOSTS": ["localhost"]}, [], "ALLOWED_HOSTS", id="does not answer to its own name"),
        pytest.param({"PROXIES": 0}, [], "PROXIES", id="does not know of nginx"),
        pytest.param({}, ["--key", "/etc/my key.pem"], "spatie", id="space in a path"),
        pytest.param({}, ["--server", "10.0.0.1"], "127.0.0.1:8000", id="server without a port"),
        pytest.param({}, ["--watcher", "all;"], "--watcher", id="watcher that is no network"),
    ],
)
def test_what_would_not_work_is_refused_with_what_to_do(behind_tls, changed, parameters, words):
    for name, value in changed.items():
        setattr(behind_tls, name, value)

    with pytest.raises(CommandError, match=words):
        call_command("deployment", "nginx", *parameters)


@pytest.fixture
def site_with_tls(site, tmp_path):
    """The demo behind the printed file: its address, the port without TLS, what trusts it, and its folder."""
    port, tls_port = free_port(), free_port()
    data = Path(site.environment["DATA_DIR"])
    (tmp_path / "media").symlink_to(data / "media")
    address = site.environment["DATABASE_URL"] or f"sqlite:///{data / 'database.sqlite3'}"
    environment = environment_for(tmp_path, port, address) | {"SITE_URL": f"https://localhost:{tls_port}"}
    certificate, key = certificate_in(tmp_path)
    text = manage(environment, "deployment", "nginx", "--certificate", str(certificate), "--key", str(key))
    serving = subprocess.Popen([sys.executable, "manage.py", "serve", "--without-clock"], cwd=ROOT, env=environment)
    try:
        wait_until_live(f"http://127.0.0.1:{port}", serving)
        with nginx_with(text, tmp_path, tls_port, certificate) as (http_port, trusting):
            yield tls_port, http_port, trusting
    finally:
        serving.terminate()
        serving.wait(60)


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


@needs_nginx
@pytest.mark.once
def test_readers_come_in_over_tls_and_leave_no_trace(site_with_tls, tmp_path):
    tls_port, http_port, trusting = site_with_tls
    over_tls = http.client.HTTPSConnection("localhost", tls_port, context=trusting, timeout=60)
    plain = http.client.HTTPConnection("localhost", http_port, timeout=60)

    front = asked(over_tls, "GET", "/", headers={"Accept-Encoding": "br", "User-Agent": "Merkbaar/1"})
    found = asked(over_tls, "GET", "/zoeken/?q=geheim")
    large = asked(over_tls, "POST", "/zoeken/", b"x" * 20_000)
    huge = asked(over_tls, "POST", "/zoeken/", b"x" * 100_000)
    over_tls.close()
    moved = asked(plain, "GET", "/over?a=b", headers={"Host": "localhost"})
    ready = asked(over_tls, "GET", "/-/ready")

    assert (front.status, front.headers["Content-Encoding"]) == (200, "br")
    assert found.status == 200
    assert "max-age=31536000" in front.headers["Strict-Transport-Security"]
    assert "default-src 'none'" in front.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in front.headers
    assert front.headers["Server"] in {None, "nginx"}
    assert (large.status, b"Dit is te groot" in large.body) == (413, True)
    assert (huge.status, b"nginx" in huge.body) == (413, True)
    assert (moved.status, moved.headers["Location"]) == (301, f"https://localhost:{tls_port}/over?a=b")
    assert ready.status == 200
    logs = "".join(file.read_text() for file in (tmp_path / "logs").iterdir())
    assert " GET 200 " in logs
    assert not [word for word in ("127.0.0.1", "::1", "geheim", "Merkbaar", "zoeken") if word in logs]


class asked:
    """One question to nginx, and what came back."""

    def __init__(self, connection, method: str, path: str, body: bytes | None = None, headers=None) -> None:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        self.status, self.headers, self.body = answer.status, answer.headers, answer.read()
