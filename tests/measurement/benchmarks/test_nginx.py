"""nginx, where it is installed, gives out exactly the bytes that the store gives out."""

import urllib.request

import pytest

from campagne.measurement.benchmarks.nginx import found_nginx, giving_out
from campagne.measurement.benchmarks.process_tree import resident_megabytes, seconds_of_processor, tree_of

pytestmark = [pytest.mark.once, pytest.mark.skipif(not found_nginx(), reason="nginx is not installed")]


def test_it_gives_out_the_page_packed(tmp_path):
    with giving_out(b"packed", tmp_path, first=lambda: None) as (port, process):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/page") as answer:
            assert (answer.read(), answer.headers["content-encoding"]) == (b"packed", "br")

        assert list(tree_of(process)) == [process]
        assert resident_megabytes(process) > 0
        assert seconds_of_processor(process) >= 0
