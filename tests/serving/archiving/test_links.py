"""Addresses change where they stand, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.archiving.links import relinked, restyled

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            '<a class="x" href="/a/">/a/</a>', '<a class="x" href="[/a/]">/a/</a>', id="a link, not its words"
        ),
        pytest.param("<a href='/a/'>", '<a href="[/a/]">', id="other quotes"),
        pytest.param('<a href="/a/?x=1&amp;y=2">', '<a href="[/a/?x=1&amp;y=2]">', id="written as a page writes it"),
        pytest.param('<img alt="href=/b" src="/b">', '<img alt="href=/b" src="[/b]">', id="what looks like a link"),
        pytest.param('<img srcset="/a 1x, /b 2x">', '<img srcset="[/a] 1x, [/b] 2x">', id="several sizes"),
        pytest.param('<p title="a > b"><a href="/c">', '<p title="a > b"><a href="[/c]">', id="an end that is none"),
        pytest.param('<script src="/a.js" defer></script><b>', "<b>", id="a script goes"),
        pytest.param('<script>if (a < b) "</p>"</script><b>', "<b>", id="with what is in it"),
        pytest.param('<link rel="modulepreload" href="/a.js"><b>', "<b>", id="and what announces one"),
        pytest.param(
            '<script type="application/ld+json">{}</script>',
            '<script type="application/ld+json">{}</script>',
            id="data stays",
        ),
    ],
)
def test_a_page(before, after):
    assert relinked(before, lambda link: f"[{link}]") == after


@given(st.text(st.sampled_from("<>ab =\"'/hrefsrc-&;"), max_size=60))
def test_whatever_stands_there_a_page_without_changes_stays_as_it_is(html):
    assert relinked(html, lambda link: link) == html


def test_a_stylesheet():
    css = "@import url(\"reset.css\") layer(reset); a { background: url(/static/a.svg) } b { c: url( 'd.png' ) }"

    assert restyled(css, lambda link: f"[{link}]") == (
        "@import url(\"[reset.css]\") layer(reset); a { background: url([/static/a.svg]) } b { c: url('[d.png]') }"
    )
