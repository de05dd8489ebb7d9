import re
from itertools import groupby
from xml.etree import ElementTree

import pytest

from campagne.guided.joining.seat_pictures import COLOURS, THINGS, every_picture, seat_svg
from campagne.guided.sessions.session import MOST_PLACES

pytestmark = pytest.mark.once


def test_there_is_a_picture_for_everybody_in_the_largest_group_and_no_two_are_called_the_same():
    pictures = every_picture()

    assert len(pictures) >= max(60, MOST_PLACES)
    assert len({picture.words for picture in pictures}) == len({picture.slug for picture in pictures}) == len(pictures)


def test_a_small_group_has_no_two_things_alike():
    first = [picture.words.split()[1] for picture in every_picture()[: len(THINGS)]]

    assert len(set(first)) == len(THINGS)


def test_no_thing_is_heard_as_another():
    heard = sorted(re.sub(r"^[aeiou]*", "", thing) or thing for thing in THINGS)
    beginnings = [thing[0] for thing in THINGS]

    assert len(set(heard)) == len(THINGS)
    assert all(len(list(alike)) == 1 for _, alike in groupby(sorted(beginnings)))


def test_a_colour_that_is_printed_in_grey_is_still_a_pattern():
    assert len({drawn for _, drawn in COLOURS.values()}) == len(COLOURS)


@pytest.mark.parametrize("slug", [picture.slug for picture in every_picture()])
def test_a_drawing_is_safe_and_says_what_it_is(slug):
    svg = seat_svg(slug)

    root = ElementTree.fromstring(svg)
    assert root.find("{http://www.w3.org/2000/svg}title").text == slug.replace("-", " ")
    assert "style" not in svg
    assert "<script" not in svg
