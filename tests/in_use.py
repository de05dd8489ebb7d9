"""The walk of an administrator: every block of "In gebruik nemen" in README, as it stands: `python -m tests.in_use`.

As root, in a folder that takes the place of the machine; `postgresql` behind it walks on a PostgreSQL of its own. What
cannot be done so is played: packages are there already, a certificate signs itself, the unit is started by hand.
"""

import os
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path
from socket import create_connection

from tests.postgresql import Cluster, cluster, free_port

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```sh walk ?(\w*)\n(.*?)```", re.DOTALL)
OF_MACHINE = re.compile(r"(?<![\w./])/(srv|var|etc|usr/local)/")
NAME = "www.example.nl"
PLAYED = {
    "apt-get": "exit 0",
    "useradd": 'id -u weerbaar >/dev/null 2>&1 || exec /usr/sbin/useradd "$@"',
    "certbot": """
        place=$M/etc/letsencrypt/live/www.example.nl && mkdir -p $place
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=www.example.nl \\
            -addext subjectAltName=DNS:www.example.nl \\
            -out $place/fullchain.pem -keyout $place/privkey.pem 2>/dev/null""",
    "nginx": """
        sed -e "s|listen 80|listen 127.0.0.1:$HTTP|" -e "s|listen 443|listen 127.0.0.1:$HTTPS|" \\
            -e '/listen \\[::\\]/d' -e "s|/var/log/nginx|$M/log|" $M/etc/nginx/conf.d/*.conf > $M/nginx.site
        echo "pid $M/nginx.pid; error_log $M/log/start.log; events {} http { include $M/nginx.site; }" > $M/nginx.conf
        exec /usr/sbin/nginx -c $M/nginx.conf "$@" """,
    "systemctl": """
        unit=$M/etc/systemd/system/weerbaar.service
        told() { sed -n "s/^$1=//p" $unit; }
        case "$*" in
            daemon-reload) ;;
            "reload nginx") if [ -s $M/nginx.pid ]; then nginx -s reload; else nginx; fi ;;
            "stop weerbaar")
                kill $(cat $M/serve.pid)
                while kill -0 $(cat $M/serve.pid) 2>/dev/null; do sleep 0.2; done ;;
            "start weerbaar" | "enable --now weerbaar")
                set -a; . $(told EnvironmentFile); set +a; cd $(told WorkingDirectory)
                setsid setpriv --reuid $(told User) --regid $(told Group) --init-groups $(told ExecStart) \\
                    >> $M/log/serve.log 2>&1 < /dev/null &
                echo $! > $M/serve.pid ;;
            *) echo "systemctl $*: not played" >&2; exit 1 ;;
        esac""",
}
WRITE = """
from home.models import HomePage
from campagne.content.models import ArticleIndexPage, ArticlePage
page = ArticlePage(title="{0}", summary="Kort.")
ArticleIndexPage.objects.child_of(HomePage.objects.get()).get().add_child(instance=page)
page.save_revision().publish()
"""
MIGRATION = """
from django.db import migrations
class Migration(migrations.Migration):
    dependencies = [("serving", "{before}")]
    operations = [migrations.RunSQL("{sql}")]
"""


class Machine:
    """A folder with what an administrator has: the blocks of README, and a browser."""

    def __init__(self, folder: Path, more: Mapping[str, str]) -> None:
        self.folder, self.https, self.port = folder, free_port(), free_port()
        stubs = folder / "played"
        told = {"M": str(folder), "HTTP": str(free_port()), "HTTPS": str(self.https), **more}
        path = f"{stubs}:{folder}/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        ours = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        self.environment = {**kept, "PATH": path, **told}
        places = ("played", "log", "srv", "own", "usr/local/bin", "var/lib", "var/www/html")
        for place in (*places, "etc/systemd/system", "etc/nginx/conf.d", "etc/nginx/sites-enabled", "etc/cron.d"):
            (folder / place).mkdir(parents=True, exist_ok=True)
        for name, words in PLAYED.items():
            (stubs / name).write_text(f"#!/bin/sh\n{words}\n")
            (stubs / name).chmod(0o755)
        self.repository = folder / "repository"
        self.run(f"git clone -q {ROOT} {self.repository}")

    def run(self, block: str, *, must_fail: bool = False) -> str:
        """Do a block as root does it. Raises AssertionError when it ends otherwise than it must."""
        mine = OF_MACHINE.sub(rf"{self.folder}/\1/", block)
        mine = mine.replace("<this repository>", str(self.repository)).replace("~/", f"{self.folder}/own/")
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", mine],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert (done.returncode != 0) is must_fail, f"{mine}\nended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def read(self, path: str) -> str:
        """A page as a reader gets it, through nginx and TLS; waits until the site is there."""
        trusting = ssl.create_default_context(cafile=f"{self.folder}/etc/letsencrypt/live/{NAME}/fullchain.pem")
        for _ in range(1500):
            line = HTTPSConnection(NAME, self.https, timeout=30)
            try:
                line.sock = trusting.wrap_socket(create_connection(("127.0.0.1", self.https)), server_hostname=NAME)
                line.request("GET", path, headers={"Host": NAME})
                answer = line.getresponse()
                if answer.status < 500:
                    return answer.read().decode()
            except OSError:
                pass
            finally:
                line.close()
            time.sleep(0.2)
        raise AssertionError(f"{path} gave no answer")

    def publish(self, title: str) -> None:
        self.run(f"weerbaar shell -v 0 -c '{WRITE.format(title)}'")

    def write_code(self, mark: str, sql: str) -> None:
        """Let the repository have a newer commit: a mark on every page and a change of the database."""
        folder = self.repository / "campagne/serving/migrations"
        last = sorted(folder.glob("0*.py"))[-1].stem
        number = int(last[:4]) + 1
        (folder / f"{number:04d}_walked.py").write_text(MIGRATION.format(before=last, sql=sql))
        page = self.repository / "templates/components/footer.html"
        page.write_text(f"{page.read_text()}<!-- {mark} -->\n")
        self.run(f"cd {self.repository} && git add -A && git -c user.name=w -c user.email=w@w commit -qm {mark}")

    def stop(self) -> None:
        for name in ("serve.pid", "nginx.pid"):
            noted = self.folder / name
            if pid := noted.read_text().strip() if noted.exists() else "":
                subprocess.run(["kill", pid], check=False, stderr=subprocess.DEVNULL)
        for _ in range(60):  # Its processes stop first.
            if subprocess.run(["/usr/sbin/userdel", "weerbaar"], check=False, capture_output=True).returncode != 8:
                return
            time.sleep(0.5)


@contextmanager
def machine(kind: str) -> Iterator[Machine]:
    folder = Path(tempfile.mkdtemp(prefix="in-use-"))
    folder.chmod(0o755)
    made = None
    try:
        if kind == "sqlite":
            made = Machine(folder, {})
            yield made
            return
        with cluster() as running:
            made = Machine(folder, reached(running))
            yield made
    finally:
        if made:
            made.stop()
        shutil.rmtree(folder, ignore_errors=True)


def reached(running: Cluster) -> dict[str, str]:
    """How commands find that PostgreSQL, whose administrator is called as Debian calls it."""
    subprocess.run(["psql", "-q", running.address, "-c", "CREATE ROLE postgres SUPERUSER LOGIN"], check=True)
    return {"PGHOST": "127.0.0.1", "PGPORT": running.address.rpartition(":")[2].partition("/")[0]}


def walk(kind: str, tell: Callable[[str], object]) -> None:
    blocks = [(named, block) for named, block in BLOCK.findall((ROOT / "README.md").read_text())]
    with machine(kind) as here:
        for named, block in blocks:
            if named in {"", kind}:
                step(here, block, tell)
        assert "Voor de backup" in here.read("/artikelen/voor-de-backup/")
        assert "Na de backup" not in here.read("/artikelen/na-de-backup/")
        upgrade, back = (next(block for named, block in blocks if named == wanted) for wanted in ("upgrade", "return"))
        here.write_code("nieuwer", "CREATE TABLE walked (number integer)")
        tell(here.run(upgrade).splitlines()[-1])
        assert "<!-- nieuwer -->" in here.read("/melden/")
        here.write_code("kapot", "SELECT nonsense FROM nowhere")
        tell(here.run(upgrade, must_fail=True).splitlines()[-1])
        assert "<!-- nieuwer -->" in here.read("/melden/")
        here.run(back)
        here.run("systemctl stop weerbaar\nsystemctl start weerbaar")
        # A page of the code that failed may be given out until the clock that now starts has made all of them anew.
        until(lambda: "<!-- kapot -->" not in here.read("/"))
        tell("Alles gedaan zoals README het zegt.")


def until(comes: Callable[[], bool]) -> None:
    """Wait at most five minutes. Raises AssertionError when it did not come."""
    for _ in range(1500):
        if comes():
            return
        time.sleep(0.2)
    raise AssertionError("it did not come")


def step(here: Machine, block: str, tell: Callable[[str], object]) -> None:
    """Do it, and what else is done by then: another port, something to read before and after a backup."""
    began = time.monotonic()
    here.run(block)
    if "SITE_URL" in block:
        here.run(f"sed -i 's|^PORT=.*|PORT={here.port}|' /srv/weerbaar/.env")
    if "new_region" in block:
        here.publish("Voor de backup")
    if "systemctl reload nginx" in block:
        assert "Westelijke Mijnstreek" in here.read("/")
    if "weerbaar drill" in block:
        here.publish("Na de backup")
        assert "Na de backup" in here.read("/artikelen/na-de-backup/")
    tell(f"{time.monotonic() - began:5.1f} s  {block.splitlines()[0][:90]}")


if __name__ == "__main__":
    walk(*sys.argv[1:2] or ["sqlite"], lambda words: print(words, flush=True))
