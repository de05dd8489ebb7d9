from tests.incidents.conftest import home, instruction, officers, with_an_instruction

__all__ = ["home", "instruction", "officers", "with_an_instruction"]
