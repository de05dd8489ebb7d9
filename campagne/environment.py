"""Values of the environment that cannot be just anything; a wrong one is refused with what to put in .env."""

from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

HIGHEST_PORT = 65_535


class Environment(Env):
    """What is added here raises ImproperlyConfigured: which variable, what was found, what is expected.

    Empty is the default.
    """

    def number(self, name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
        text = self._text(name)
        if not text:
            return default
        found = _whole(text)
        if found is None or found < least or (most is not None and found > most):
            end = "of meer" if most is None else f"tot en met {most}"
            raise _wrong(name, text, f"een heel getal, {least} {end}")
        return found

    def port(self, name: str, default: int) -> int:
        return self.number(name, default, least=min(1, default), most=HIGHEST_PORT)

    def numbers(self, name: str, default: Sequence[int]) -> list[int]:
        """As many as there are in the default, none below 0."""
        text = self._text(name)
        found = [_whole(part) for part in text.split(",")] if text else list(default)
        right = [each for each in found if each is not None and each >= 0]
        if not len(found) == len(right) == len(default):
            example = ",".join(map(str, default))
            raise _wrong(name, text, f"{len(default)} hele getallen van 0 of meer, zoals {example}")
        return right

    def truth(self, name: str, *, default: bool) -> bool:
        text = self._text(name)
        try:
            return self.bool(name) if text else default
        except EnvError as error:
            raise _wrong(name, text, "true of false") from error

    def choice(self, name: str, words: Sequence[str]) -> str:
        """One of these words; the first when nothing is said."""
        text = self._text(name)
        if text and text not in words:
            raise _wrong(name, text, f"{' of '.join(words)}, in kleine letters")
        return text or words[0]

    def _text(self, name: str) -> str:
        return self.str(name, "").strip()


def make_folder(name: str, folder: Path) -> None:
    """Raises ImproperlyConfigured, with the variable that names it, when it is not there and cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"De map {folder} kan niet worden gemaakt ({error.strerror}). Geef rechten, of kies een andere map met "
            f"{name} in .env."
        ) from error


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _wrong(name: str, found: str, expected: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} is {found!r}; verwacht: {expected}. Verbeter {name} in .env.")
