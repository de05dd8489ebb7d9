"""How far a long command is: one line that keeps changing on a screen, or a line now and then in a file."""

from collections.abc import Callable

WIDTH = 24
LINES_IN_A_FILE = 10


class Progress:
    """`total` of 0 is for work without an end."""

    def __init__(self, total: int, write: Callable[[str], object], *, is_screen: bool) -> None:
        self.total = total
        self.done = 0
        self._write = write
        self._is_screen = is_screen
        self._told = 0

    def advance(self, seconds: float) -> None:
        """One more is done, `seconds` after the start."""
        self.done += 1
        line = self._line(seconds)
        if self._is_screen:
            self._write(f"\r{line}")
        elif self._part() > self._told:
            self._told = self._part()
            self._write(f"{line}\n")

    def close(self) -> None:
        if self._is_screen and self.done:
            self._write("\n")

    def _part(self) -> int:
        return self.done * LINES_IN_A_FILE // self.total if self.total else self.done // 100

    def _line(self, seconds: float) -> str:
        speed = f"{self.done / seconds:.0f} per seconde" if seconds > 0 else ""
        if not self.total:
            return f"{self.done} bezoekers  {speed}"
        filled = WIDTH * self.done // self.total
        return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {self.done} van {self.total}  {speed}"
