"""What the README has installed and what the tests install is on the list of what comes from Debian."""

import re

import pytest
from django.conf import settings

from campagne.serving.supply.system import DEBIAN, Needed

pytestmark = pytest.mark.once
NAMES = {package.name for package in DEBIAN}


def test_everything_that_apt_installs_is_on_the_list():
    readme = (settings.BASE_DIR / "README.md").read_text()
    machine = (settings.BASE_DIR / "tests" / "machine.sh").read_text()
    asked = {name for line in re.findall(r"^apt-get install -y (.*)$", readme, re.MULTILINE) for name in line.split()}
    tested = set(re.findall(r'missing="\$missing ([a-z-]+)"', machine)) | set(re.findall(r"(lib[\w.-]+):lib", machine))

    assert len(asked) > 5
    assert len(tested) > 5
    assert asked | tested <= NAMES
    assert {package.name for package in DEBIAN if package.needed is Needed.FOR_TESTS} <= tested - asked


def test_the_list_is_in_order_and_names_each_once():
    assert [package.name for package in DEBIAN] == sorted(NAMES)
