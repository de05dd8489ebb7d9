"""The sizes and formats of a picture on a page, and the clock that makes the smallest of them."""

import re
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.template.loader import render_to_string
from django.utils import timezone

from campagne.media.models import Picture, Rendition
from campagne.media.shapes import make_some_avif, shown_as, without_avif
from tests.media.pictures import picture

SIZE = {"width": 480, "height": 360}


@pytest.fixture
def drawing(db) -> Picture:
    Rendition.cache_backend.clear()
    content = ContentFile(picture("JPEG", (1200, 900)), name="buren.jpg")
    return Picture.objects.create(title="Buren", description="Twee buren", file=content)


def drawn(drawing: Picture, name: str = "picture", **told) -> str:
    return render_to_string(f"components/{name}.html", {"picture": drawing, **told})


def made_by_the_clock() -> int:
    made = make_some_avif(timezone.now())
    while without_avif().exists():
        made += make_some_avif(timezone.now())
    return made


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        pytest.param("picture", [(480, 360), (960, 720)], id="in the text"),
        pytest.param("picture_card", [(320, 240), (640, 480)], id="on a card"),
    ],
)
def test_a_page_names_two_sizes_and_leaves_room_for_the_picture(drawing, name, sizes):
    html = drawn(drawing, name)

    assert re.findall(r" (\d+)w", html) == [str(width) for width, _ in sizes]
    assert f'width="{sizes[0][0]}" height="{sizes[0][1]}"' in html
    assert 'loading="lazy"' in html
    assert "avif" not in html


def test_the_first_picture_is_fetched_at_once(drawing):
    html = drawn(drawing, is_first=True)

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_page_names_avif_once_all_its_sizes_are_there(drawing):
    shown_as(drawing, "text")
    drawing.get_rendition("format-avif|width-480")
    assert "avif" not in drawn(drawing)

    assert made_by_the_clock() == 1

    assert '<source type="image/avif" srcset="/media/images/' in drawn(drawing)
    assert len(re.findall(r" (\d+)w", drawn(drawing))) == 4


def test_it_is_smaller_or_it_would_not_be_worth_the_work(drawing):
    with open("campagne/demo/drawings/samen-bellen.webp", "rb") as file:
        neighbours = Picture.objects.create(title="a", description="b", file=ContentFile(file.read(), name="a.webp"))
    shown_as(neighbours, "text")
    made_by_the_clock()

    shown = shown_as(neighbours, "text")

    assert all(new.file.size < old.file.size for new, old in zip(shown.avif, shown.webp, strict=True))


def test_making_what_is_missing_may_be_done_twice(drawing):
    shown_as(drawing, "card")

    assert made_by_the_clock() == 2
    assert make_some_avif(timezone.now()) == 0


@pytest.mark.django_db(transaction=True)
def test_somebody_else_may_write_whenever_a_picture_is_read(home, drawing, monkeypatch):
    small = shown_as(drawing, "text").webp[0]
    many = range(100)
    Rendition.objects.bulk_create(
        Rendition(image=drawing, filter_spec=small.filter_spec, focal_point_key=f"{key}", file=small.file.name, **SIZE)
        for key in many
    )
    storage = drawing.file.storage
    read = storage.open

    def written_first(name, mode="rb"):
        other = Thread(target=write_elsewhere, args=(drawing.pk,))
        other.start()
        other.join()
        return read(name, mode)

    monkeypatch.setattr(storage, "open", written_first)
    assert make_some_avif(timezone.now()) > 0


def write_elsewhere(pk: int) -> None:
    Picture.objects.filter(pk=pk).update(title="Anders")
    connection.close()


def test_a_page_makes_a_size_once_and_then_asks_nothing(drawing, django_assert_num_queries):
    shown_as(drawing, "card")
    made_by_the_clock()
    number = Rendition.objects.count()
    shown_as(drawing, "card")

    with django_assert_num_queries(0):
        shown_as(drawing, "card")

    assert Rendition.objects.count() == number


@pytest.mark.once
def test_a_picture_whose_file_is_gone_stops_neither_the_page_nor_the_clock(drawing):
    gone = Picture.objects.create(title="a", description="b", file=ContentFile(picture("PNG"), name="weg.png"))
    shown_as(gone, "card")
    gone.file.storage.delete(gone.file.name)
    gone = Picture.objects.get(pk=gone.pk)
    shown_as(drawing, "card")

    for _ in range(3):
        make_some_avif(timezone.now())

    assert set(without_avif().values_list("image", flat=True)) == {gone.pk}
    assert "<img" in drawn(gone)
