import pytest

from campagne.media.own_files import own_file, print_style

pytestmark = pytest.mark.once


def test_only_pictures_of_our_own_are_put_in_print():
    for path in ("/media/images/weg.png", "/media/documents/geheim.pdf", "/media/images/../x.png", "/etc/passwd"):
        assert own_file(path) is None


def test_a_stylesheet_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"css/weg\.css"):
        print_style("css/weg.css")
