"""A strict reader of the text form of Prometheus: what it does not know is an error."""

import re
from math import inf, nan

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
QUOTED = r'"((?:[^"\\\n]|\\\\|\\"|\\n)*)"'
HELP = re.compile(rf"# HELP ({NAME}) ((?:[^\\\n]|\\\\|\\n)*)")
TYPE = re.compile(rf"# TYPE ({NAME}) (gauge|counter)")
LABEL = re.compile(rf"([a-zA-Z_][a-zA-Z0-9_]*)={QUOTED}")
SAMPLE = re.compile(rf"({NAME})(?:\{{((?:{LABEL.pattern},?)+)\}})? (NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)")
NUMBERS = {"NaN": nan, "+Inf": inf, "-Inf": -inf}
PLAIN = {r"\\": "\\", r"\"": '"', r"\n": "\n"}


def read(text: str) -> dict[str, dict[tuple[tuple[str, str], ...], float]]:
    """Per name the values by labels. Raises AssertionError for a line out of place, or a sample that comes twice."""
    assert text == "" or text.endswith("\n")
    found: dict[str, dict[tuple[tuple[str, str], ...], float]] = {}
    helped = typed = None
    for line in text.split("\n")[:-1]:
        if match := HELP.fullmatch(line):
            helped = match[1]
            assert helped not in found, f"{helped} is told twice"
        elif match := TYPE.fullmatch(line):
            typed = match[1]
            assert typed == helped, f"{typed} has no help"
            found[typed] = {}
        else:
            match = SAMPLE.fullmatch(line)
            assert match, f"no line of this form: {line!r}"
            assert match[1] == typed, f"{match[1]} stands under {typed}"
            labels = tuple((name, plain(value)) for name, value in LABEL.findall(match[2] or ""))
            assert len(dict(labels)) == len(labels), f"a label comes twice: {line!r}"
            assert labels not in found[typed], f"this comes twice: {line!r}"
            found[typed][labels] = NUMBERS.get(match[5]) if match[5] in NUMBERS else float(match[5])
    assert all(found.values()), "a name without a value"
    return found


def plain(quoted: str) -> str:
    return re.sub(r'\\\\|\\"|\\n', lambda escape: PLAIN[escape[0]], quoted)
