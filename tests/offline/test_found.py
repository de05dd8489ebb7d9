"""Which files a page names."""

import pytest

from campagne.offline.found import files_in

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("html", "files"),
    [
        pytest.param('<link rel="stylesheet" href="/static/a.css">', ["/static/a.css"], id="a stylesheet"),
        pytest.param('<script src="/static/a.js"></script>', ["/static/a.js"], id="a script"),
        pytest.param(
            '<img src="/media/images/s.webp" srcset="/media/images/l.webp 960w">',
            ["/media/images/s.webp"],
            id="the small picture alone",
        ),
        pytest.param('<source srcset="/media/images/a.avif 480w">', [], id="no picture of another format"),
        pytest.param('<audio preload="none" src="/media/sounds/a.mp3"></audio>', ["/media/sounds/a.mp3"], id="a sound"),
        pytest.param('<svg><use href="/static/img/a.svg#b"/></svg>', ["/static/img/a.svg"], id="a part of a drawing"),
        pytest.param('<a href="/static/b.pdf">b</a> <a href="/modules/">m</a>', [], id="no link"),
        pytest.param(
            '<img src="https://kwaad.example/media/a.png"><img src="//x/static/a">', [], id="nothing from elsewhere"
        ),
        pytest.param('<img src="/media/a.png"><img src="/media/a.png">', ["/media/a.png"], id="each once"),
        pytest.param(
            '<link rel="icon" href="data:image/svg+xml,%3Csvg"><img><script>', [], id="nothing where nothing is named"
        ),
    ],
)
def test_a_page_names_its_files(html, files):
    assert files_in(html) == files
