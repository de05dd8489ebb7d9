"""The table of the README that says which requirement is met where names modules and tests that are there."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.once
ROOT = Path(__file__).resolve().parents[2]
TITLE = "## Which requirement is met where\n"
NOT_BY_SOFTWARE = "niet door de software: taak van de gemeente"
ASVS_CHAPTERS = {str(number) for number in range(1, 18)}
THEMES_OF_27002 = {"5", "6", "7", "8"}
NAMED = re.compile(r"`([\w./]+)`")
Row = tuple[str, ...]


def rows_of(readme: str) -> list[Row]:
    section = readme.partition(TITLE)[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


ROWS = rows_of((ROOT / "README.md").read_text())


def wrong_with(row: Row) -> str:
    """What is wrong with a row; empty if nothing is."""
    if len(row) != 5 or not all(row):
        return "a row has five cells, and none is empty"
    norm, _, _, module, test = row
    if not re.fullmatch(r"ASVS \d+(\.\d+)?|27002 \d(\.\d+)?", norm):
        return f"{norm} is no number of a requirement"
    if NOT_BY_SOFTWARE in (module, test):
        return "" if module == test else "what is not done by software has no module and no test"
    if not (found := NAMED.fullmatch(module)) or not (ROOT / found[1]).exists():
        return f"{module} is not there"
    if not (found := NAMED.fullmatch(test)) or not holds_tests(ROOT / found[1]):
        return f"{test} holds no tests"
    return ""


def holds_tests(path: Path) -> bool:
    files = path.rglob("test_*.py") if path.is_dir() else [path] if path.is_file() else []
    return path.is_relative_to(ROOT / "tests") and any("\ndef test_" in file.read_text() for file in files)


def test_every_row_names_a_module_and_a_test_or_the_municipality():
    assert [f"{row[0]}: {fault}" for row in ROWS if (fault := wrong_with(row))] == []


def test_no_chapter_is_left_out():
    numbers = [row[0].split(" ") for row in ROWS]

    assert {number.split(".")[0] for norm, number in numbers if norm == "ASVS"} == ASVS_CHAPTERS
    assert {number.split(".")[0] for norm, number in numbers if norm == "27002"} == THEMES_OF_27002


LOGS, TESTED = "`campagne/logs.py`", "`tests/test_logs.py`"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        pytest.param(("ASVS 1.2", "x", "y", LOGS), "five cells", id="a cell too few"),
        pytest.param(("ASVS 1.2", "x", "", LOGS, TESTED), "empty", id="an empty cell"),
        pytest.param(("NIST 1", "x", "y", LOGS, TESTED), "no number", id="another norm"),
        pytest.param(("ASVS 1.2", "x", "y", "`campagne/gone.py`", TESTED), "not there", id="gone"),
        pytest.param(("ASVS 1.2", "x", "y", "overal", TESTED), "not there", id="no module"),
        pytest.param(("ASVS 1.2", "x", "y", LOGS, "`tests/conftest.py`"), "no tests", id="no tests"),
        pytest.param(("ASVS 1.2", "x", "y", LOGS, "`campagne`"), "no tests", id="not a folder of tests"),
        pytest.param(("27002 7", "x", "y", NOT_BY_SOFTWARE, TESTED), "no module", id="half"),
    ],
)
def test_a_row_that_says_nothing_is_found(row, fault):
    assert fault in wrong_with(row)
