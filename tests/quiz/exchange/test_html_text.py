"""HTML becomes plain text that keeps its paragraphs, in a time that its length allows."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.exchange.html_text import LONGEST, text_from_html, text_in

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Een</p>\n<p>Twee<br>drie</p>", "Een\n\nTwee\ndrie", id="paragraphs and lines"),
        pytest.param("<ul><li>een</li><li><p>twee</p></li></ul>", "- een\n- twee", id="a list"),
        pytest.param("a &lt;b&gt; &amp; &euro;&nbsp;5", "a <b> & € 5", id="signs"),
        pytest.param("2 < 3 en 5 > 4", "2 < 3 en 5 > 4", id="no tags at all"),
        pytest.param("a<!-- <b>geheim</b> -->b<!-- open", "ab", id="comments"),
        pytest.param("<style>p{}</style>a<script>alert('<p>')</script>b", "ab", id="scripts and styles"),
        pytest.param("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", id="a table"),
        pytest.param("<P CLASS='x'>A</P><SCRIPT>x</SCRIPT>", "A", id="capitals"),
        pytest.param("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>", id="text about a script"),
    ],
)
def test_a_reader_sees_the_same_words(html, text):
    assert text_from_html(html)[0] == text


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        pytest.param('<img alt="een sms" src=x>', "(‘een sms’)", id="a picture"),
        pytest.param(
            "<a href='https://example.nl/?a=1&amp;b=2'>hier</a>", "(https://example.nl/?a=1&b=2)", id="a link"
        ),
        pytest.param("<iframe src=x></iframe>", "Geluid, film of iets anders", id="something else"),
        pytest.param("<svg onload=alert(1)>", "Geluid, film of iets anders", id="a drawing"),
        pytest.param("x" * (LONGEST + 1), "de rest gaat niet mee", id="too long"),
    ],
)
def test_what_is_lost_is_named(html, lost):
    assert lost in text_from_html(html)[1][0]


@pytest.mark.parametrize(
    "piece", ["<a ", "<", "<a b='", "<!--", "<![CDATA[", "</", "&", "<script>", "<li>", "<a href="]
)
def test_no_text_takes_long(piece):
    started = process_time()

    text_from_html(piece * (LONGEST // len(piece)))

    assert process_time() - started < 5


@given(st.text(alphabet="<>/&;ab \n!-'\"=p", max_size=80))
def test_any_text_gives_a_text(html):
    assert text_from_html(html)[0] == text_from_html(html)[0].strip()
    assert text_in(html, "plain")[0] == html.strip()
