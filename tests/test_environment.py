"""What an installation says of itself is read, or refused with the variable, what was found and what is expected."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from campagne.environment import Environment, make_folder
from tests.running_site import ROOT

pytestmark = pytest.mark.once
ENV = Environment()


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        pytest.param(lambda: ENV.number("VALUE", 30), "12", 12, id="a number"),
        pytest.param(lambda: ENV.number("VALUE", 30), "", 30, id="no number: the default"),
        pytest.param(lambda: ENV.port("VALUE", 0), "0", 0, id="no port, where none is the default"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "2, 0,0", [2, 0, 0], id="numbers"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "", [7, 5, 12], id="no numbers"),
        pytest.param(lambda: ENV.truth("VALUE", default=False), "True", True, id="true"),
        pytest.param(lambda: ENV.truth("VALUE", default=True), "", True, id="nothing: the default"),
        pytest.param(lambda: ENV.choice("VALUE", ["required", "offered"]), "offered", "offered", id="a word"),
        pytest.param(lambda: ENV.choice("VALUE", ["required", "offered"]), "", "required", id="no word"),
    ],
)
def test_what_is_right_is_read(monkeypatch, read, text, expected):
    monkeypatch.setenv("VALUE", text)

    assert read() == expected


@pytest.mark.parametrize(
    ("read", "text", "told"),
    [
        pytest.param(lambda: ENV.number("VALUE", 0), "x", "een heel getal, 0 of meer", id="no number"),
        pytest.param(lambda: ENV.number("VALUE", 1, least=1), "0", "een heel getal, 1 of meer", id="too few"),
        pytest.param(lambda: ENV.port("VALUE", 8000), "0", "een heel getal, 1 tot en met 65535", id="no port"),
        pytest.param(lambda: ENV.port("VALUE", 0), "70000", "een heel getal, 0 tot en met 65535", id="a port too high"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "7,5", "3 hele getallen", id="too few numbers"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "7,5,12,3", "3 hele getallen", id="too many numbers"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "7,5,-1", "0 of meer, zoals 7,5,12", id="below zero"),
        pytest.param(lambda: ENV.numbers("VALUE", [7, 5, 12]), "abc", "3 hele getallen", id="no numbers"),
        pytest.param(lambda: ENV.truth("VALUE", default=True), "misschien", "true of false", id="neither"),
        pytest.param(
            lambda: ENV.choice("VALUE", ["required", "offered"]), "Required", "required of offered", id="word"
        ),
    ],
)
def test_what_is_wrong_is_refused_in_words(monkeypatch, read, text, told):
    monkeypatch.setenv("VALUE", text)

    with pytest.raises(ImproperlyConfigured) as refused:
        read()

    assert str(refused.value).startswith(f"VALUE is {text!r}; verwacht: ")
    assert told in str(refused.value)
    assert str(refused.value).endswith("Verbeter VALUE in .env.")


def test_a_folder_that_cannot_be_made_is_refused_with_the_variable_that_names_it(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ImproperlyConfigured, match=r"file/below kan niet worden gemaakt .* met DATA_DIR in \.env"):
        make_folder("DATA_DIR", tmp_path / "file" / "below")


def test_a_command_says_it_in_one_line():
    wrong = {**os.environ, "METRICS_PORT": "abc", "SECRET_KEY": "tests-only"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=wrong, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "METRICS_PORT is 'abc'; verwacht: een heel getal, 0 tot en met 65535. Verbeter METRICS_PORT in .env."
    ]
