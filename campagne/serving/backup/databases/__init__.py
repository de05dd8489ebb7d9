"""The database itself: copied at one moment while others write, read back, and put where it must stand.

Each kind of database is a module with the same verbs: `copy`, `check` and `load`.
"""

from types import ModuleType

from campagne.serving.backup.databases import postgresql, sqlite

KINDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}
