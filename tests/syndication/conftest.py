from tests.incidents.conftest import instruction, officers

__all__ = ["instruction", "officers"]
