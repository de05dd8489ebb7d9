"""Static files with a hash in their name, where a stylesheet and what it imports are joined into one file."""

import re
from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r"""@import\s+url\(["']?(?P<path>[^"')]+)["']?\)\s*(?:layer\((?P<layer>[\w-]+)\))?\s*;""")


class JoinedStaticFiles(CompressedManifestStaticFilesStorage):
    """Join `css/main.css` with its imports, then hash and compress everything.

    The joined file takes the place of its source, or it would be hashed with its imports still in it. It is made from
    the source each time: what was joined before has no imports left, and would stay as it was for ever.
    A missing file named in a stylesheet or template is an error here, not a broken page later.
    """

    support_js_module_import_aggregation = True
    joined = ("css/main.css",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The address of a file, worked out once: a screen of the admin asks fifty of them."""
        if name not in self._addresses:
            self._addresses[name] = super().url(name, force)
        return self._addresses[name]

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[tuple]:
        for name in self.joined:
            if name in paths and not dry_run:
                self._write(name, self._join(name, paths[name]))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)
        self._addresses.clear()

    def _write(self, name: str, text: str) -> None:
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def _join(self, name: str, source: tuple[Any, str]) -> str:
        folder = name.rpartition("/")[0]
        storage, path = source
        with storage.open(path) as file:
            text = file.read().decode("utf-8")

        def embed(found: re.Match[str]) -> str:
            with self.open(f"{folder}/{found['path']}") as file:
                rules = squeeze(file.read().decode("utf-8"))
            return f"@layer {found['layer']}{{{rules}}}" if found["layer"] else rules

        return IMPORT.sub(embed, squeeze(text))


def squeeze(css: str) -> str:
    """Drop comments and the white space around them; strings in our stylesheets hold neither."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", without_comments).strip()
