"""GIFT comes back as it was written, and says of everything else what it is and on which line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.exchange import gift
from tests.quiz.exchange.items import items

pytestmark = pytest.mark.once


@given(st.lists(items(), max_size=3))
def test_what_is_written_is_read_back_as_it_was(written):
    found = gift.parse(gift.write(written))

    assert [each.item for each in found] == written
    assert [each.notes for each in found] == [()] * len(written)


@given(st.text(alphabet="~=#{}:\\n/%[]>-$ \nabTF1", max_size=60))
def test_anything_else_is_a_question_or_a_reason(text):
    for each in gift.parse(text):
        assert each.where.startswith("Regel ")
        assert each.item or each.notes


def only(text):
    (found,) = gift.parse(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "choices"),
    [
        pytest.param("V?{=ja ~nee#Jammer}", "single", [("ja", True, ""), ("nee", False, "Jammer")], id="one is right"),
        pytest.param("V?{~%50%a ~%50%b}", "multiple", [("a", True, ""), ("b", True, "")], id="two"),
        pytest.param("V?{T#f#g}", "true_false", [("Waar", True, "g"), ("Niet waar", False, "f")], id="true"),
        pytest.param("V?{FALSE}", "true_false", [("Waar", False, ""), ("Niet waar", True, "")], id="false"),
        pytest.param("V?{=b -> 2 =a -> 1}", "order", [("a", False, ""), ("b", False, "")], id="pairs with places"),
        pytest.param("V?{>2 ALL\nb\na\n}", "order", [("b", False, ""), ("a", False, "")], id="an order"),
        pytest.param("V?{=1\\=1 ~\\{2\\}}", "single", [("1=1", True, ""), ("{2}", False, "")], id="escaped marks"),
        pytest.param("[html]V?{=<p>a</p><p>b</p> ~c}", "single", [("a\n\nb", True, ""), ("c", False, "")], id="html"),
    ],
)
def test_every_kind_that_we_know_is_carried(text, kind, choices):
    item = only(text).item

    assert (item.kind, item.stem) == (kind, "V?")
    assert [(choice.text, choice.is_right, choice.feedback) for choice in item.choices] == choices


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("V?{}", "Een open vraag kennen wij niet.", id="essay"),
        pytest.param("V?{#5:1}", "Een vraag naar een getal kennen wij niet.", id="numerical"),
        pytest.param("V?{=ja =jazeker}", "het antwoord typt, kennen wij niet.", id="short answer"),
        pytest.param("V?{=Nederland -> Den Haag =België -> Brussel}", "tweetallen", id="matching"),
        pytest.param("Alleen tekst.", "tekst zonder vraag", id="description"),
        pytest.param("\n\nV?{=a ~b", "Regel 3: gevonden 1 keer { en 0 keer }.", id="a brace too few"),
        pytest.param("V?{=a\n// uitleg\n~{b}}", "Regel 3: gevonden 2 keer { en 2 keer }.", id="a brace in an answer"),
        pytest.param("V?{a ~b}", "gevonden ‘a’ voor het eerste antwoord.", id="an answer without a mark"),
        pytest.param("V?{=a ~}", "minstens twee antwoorden met tekst", id="an empty answer"),
        pytest.param("V?{ja}", "gevonden ‘ja’. Verwacht: antwoorden met = en ~", id="no answers"),
        pytest.param(f"V?{{=a{'~b' * 60}}}", "Deze vraag heeft 60 antwoorden.", id="too many answers"),
        pytest.param("{=a ~b}", "een vraag voor de eerste accolade", id="no question"),
        pytest.param("V?{>2 ALL}", "een volgorde zonder onderdelen", id="an order of nothing"),
    ],
)
def test_what_is_not_carried_says_why_and_leaves_the_next_one_alone(text, why):
    bad, good = gift.parse(f"{text}\n\nW?{{=a ~b}}")

    assert bad.item is None
    assert why in bad.notes[0]
    assert good.item.stem == "W?"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param("V?{=a ~%50%b ~c}", "Een antwoord dat deels telt, kennen wij niet (50 %)", id="half right"),
        pytest.param("V?{~%70%a ~%30%b ~c}", "Gewichten gaan verloren (70 %, 30 %)", id="uneven weights"),
        pytest.param("V?{=a =b ~c}", "Meer dan één antwoord is helemaal goed", id="two keys"),
        pytest.param("V?{~a ~b}", "Geen enkel antwoord is goed", id="no key"),
        pytest.param("// [tag:phishing]\nV?{=a ~b}", "Kenmerken gaan niet mee: phishing.", id="tags"),
        pytest.param(
            '[html]V? <img src="x" alt="een sms">{=a ~b}', "Een beeld gaat niet mee (‘een sms’)", id="a picture"
        ),
        pytest.param("[markdown]**V?**{=a ~b}", "Tekens van Markdown", id="markdown"),
    ],
)
def test_what_is_carried_in_part_says_what_was_lost(text, lost):
    found = only(text.replace('src="x"', 'src\\="x"').replace('alt="', 'alt\\="'))

    assert found.item.stem in {"V?", "**V?**"}
    assert lost in found.notes[0]


def test_titles_categories_comments_and_a_missing_word():
    first, second = gift.parse(
        "\ufeff$CATEGORY: Veilig/Bank\r\n\r\n// uitleg\r\n::Code \\: 1::Geef {=uw code ~een hand} aan niemand.\r\n"
        "\r\n$CATEGORY: Anders\r\nV?{T####Onthoud dit.}"
    )

    assert (first.item.category, first.item.title) == ("Veilig/Bank", "Code : 1")
    assert first.item.stem == "Geef _____ aan niemand."
    assert (second.item.category, second.item.feedback, second.where) == ("Anders", "Onthoud dit.", "Regel 7")
