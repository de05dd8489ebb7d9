"""Redis or Valkey that may be gone: it then answers like an empty cache, in time, and the site goes on."""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError, RedisError, TimeoutError

from campagne.serving.reach import Away, Reach
from campagne.serving.sometimes_logged import SometimesLogged

Answer = TypeVar("Answer")
SECONDS_BETWEEN_LINES = 60
_log = SometimesLogged(logging.getLogger(__name__), "De gedeelde cache faalt en telt als leeg", SECONDS_BETWEEN_LINES)


@cache
def reach_of(servers: str) -> Reach:
    """One per process; Django makes a cache for each thread."""
    return Reach(ConnectionError, TimeoutError, OSError)


class SpareableCache(RedisCache):
    """Django's Redis, of which no use ever raises because it is away.

    What is set is then not kept, what is asked is not there, and `incr` raises ValueError as it does for any
    key that is not there. While it is away one caller at a time waits for it, at most 0.4 seconds.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._reach = reach_of(str(server))

    def _ask(self, question: Callable[[], Answer], without: Answer) -> Answer:
        try:
            return self._reach.attempt(question)
        except (RedisError, OSError, Away) as error:
            _log.add(error)
            return without

    def add(self, key: str, value: Any, *arguments: Any, **options: Any) -> bool:
        return self._ask(lambda: RedisCache.add(self, key, value, *arguments, **options), without=True)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._ask(lambda: RedisCache.get(self, key, default, version), without=default)

    def set(self, key: str, value: Any, *arguments: Any, **options: Any) -> None:
        self._ask(lambda: RedisCache.set(self, key, value, *arguments, **options), without=None)

    def touch(self, key: str, *arguments: Any, **options: Any) -> bool:
        return self._ask(lambda: RedisCache.touch(self, key, *arguments, **options), without=False)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._ask(lambda: RedisCache.delete(self, key, version), without=False)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        return self._ask(lambda: RedisCache.get_many(self, keys, version), without={})

    def has_key(self, key: str, version: int | None = None) -> bool:
        return self._ask(lambda: RedisCache.has_key(self, key, version), without=False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        raised = self._ask(lambda: RedisCache.incr(self, key, delta, version), without=None)
        if raised is None:
            raise ValueError(f"Key {key!r} not found.")
        return raised

    def set_many(self, data: Mapping[str, Any], *arguments: Any, **options: Any) -> list[str]:
        return self._ask(lambda: RedisCache.set_many(self, data, *arguments, **options), without=list(data))

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        self._ask(lambda: RedisCache.delete_many(self, keys, version), without=None)

    def clear(self) -> bool:
        return self._ask(lambda: RedisCache.clear(self), without=False)
