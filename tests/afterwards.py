"""What is done after every save of a page, such as indexing it, done once after all of its saves."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django_tasks import task_backends


@contextmanager
def done_once_afterwards() -> Iterator[None]:
    """Publishing a page saves it three times, and each time it is indexed in two ways: wait with that until the end."""
    backend = task_backends["default"]
    asked = {}

    def wait(task, args, kwargs) -> None:
        asked[(task.func, *args, *kwargs.items())] = task, args, kwargs

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backend, "enqueue", wait)
        yield
    for each in asked.values():
        backend.enqueue(*each)
