"""Many at once: threads that do the same for as long as it lasts."""

from abc import ABC, abstractmethod
from threading import Event, Thread
from typing import Self


class Crowd(ABC):
    """`number` threads that work while this is entered. Each gets its own number, from 0."""

    def __init__(self, number: int) -> None:
        self._stop = Event()
        self._threads = [Thread(target=self._work, args=(own,)) for own in range(number)]

    @abstractmethod
    def _work(self, own: int) -> None:
        """Go on until `self._stop` is set."""

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
