"""What goes into a backup besides the database: uploads, settings, and which code it was."""

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings

# Whoever finds a backup that is not encrypted must not get in with it.
SECRETS = frozenset({"SECRET_KEY", "DATABASE_URL", "CACHE_URL", "UPLOADS_URL", "EMAIL_HOST_PASSWORD"})
SECRETS_OF_STORE = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
# Settings of which there are as many as there are municipalities: OIDC_BEEK_NAME and so on.
OF_A_FAMILY = re.compile(r"OIDC_[A-Z0-9_]+")
LEFT_OUT = "# niet in deze backup, want die is niet versleuteld"


def upload_files() -> Iterator[tuple[str, Path]]:
    """Every upload in our own folder, by its name there; none when a bucket keeps them."""
    root = Path(settings.MEDIA_ROOT)
    if keeps_uploads() and root.is_dir():
        for file in sorted(root.rglob("*")):
            if file.is_file():
                yield file.relative_to(root).as_posix(), file


def keeps_uploads() -> bool:
    return not settings.UPLOADS_URL


def settings_text(environment: Mapping[str, str], *, with_secrets: bool) -> str:
    """The settings of this installation as lines of .env; without the values that open doors unless asked."""
    example = (settings.BASE_DIR / ".env.example").read_text()
    family = sorted(name for name in environment if OF_A_FAMILY.fullmatch(name))
    names = [*re.findall(r"^([A-Z_]+)=", example, re.MULTILINE), *SECRETS_OF_STORE, *family]
    lines = [_line(name, environment[name], with_secrets=with_secrets) for name in names if name in environment]
    return "".join(f"{line}\n" for line in lines)


def _line(name: str, value: str, *, with_secrets: bool) -> str:
    opens_doors = name in SECRETS.union(SECRETS_OF_STORE) or name.endswith("_SECRET")
    return f"{LEFT_OUT}: {name}" if opens_doors and value and not with_secrets else f"{name}={value}"


def code_version() -> str:
    """The version of the product, and the commit where there is one."""
    version: str = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
    try:
        # The code may be another's than who runs it.
        told = ["-C", str(settings.BASE_DIR), "-c", f"safe.directory={settings.BASE_DIR}"]
        asked = ["git", *told, "rev-parse", "--short=12", "HEAD"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, env=dict(os.environ))  # noqa: S603
    except OSError:
        return version
    return f"{version} ({done.stdout.strip()})" if done.returncode == 0 else version
