"""JSON holds everything, and gives nothing back that it does not know."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campagne.quiz.exchange import pack
from campagne.quiz.exchange.typed_json import from_plain, to_plain
from campagne.quiz.questions.draft import Draft
from campagne.sheets.unreadable import Unreadable

pytestmark = pytest.mark.once
KINDS = [Draft, pack.Version, pack.Question, pack.Quiz, pack.QuizVersion, pack.Picture, pack.Sound]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_what_is_written_is_read_back_as_it_was(kind, data):
    value = data.draw(st.from_type(kind))

    assert from_plain(kind, json.loads(json.dumps(to_plain(value)))) == value


@settings(max_examples=20)
@given(st.builds(pack.Sound), st.builds(pack.Picture), st.text(alphabet=st.characters(codec=None)))
def test_a_whole_file_is_read_back_as_it_was(sound, picture, title):
    whole = pack.Pack((), (pack.Quiz(title, "adres"),), (picture,), (sound,))

    assert pack.read(pack.write(whole)) == whole


def changed(**inside) -> str:
    whole = json.loads(pack.write(pack.Pack()))
    whole["inhoud"] |= inside
    return json.dumps(whole)


QUIZ = {"title": "T", "slug": "t"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("{", "geen JSON", id="no JSON"),
        pytest.param("[" * 100_000, "geen JSON", id="too deep"),
        pytest.param("[]", "van iets anders", id="another thing"),
        pytest.param('{"soort": "quizpakket", "uitgave": 9}', "uitgave 9", id="a later edition"),
        pytest.param('{"soort": "quizpakket", "uitgave": 1}', "het begin: gevonden niets", id="nothing in it"),
        pytest.param(changed(more=1), "more: gevonden ‘1’, verwacht niets", id="a field too many"),
        pytest.param(changed(quizzes=[{"slug": "t"}]), r"quizzes\[0\].title: gevonden niets", id="a field too few"),
        pytest.param(changed(quizzes=[QUIZ | {"title": 3}]), "verwacht een tekst", id="a number as a text"),
        pytest.param(
            changed(quizzes=[QUIZ | {"parts": [{"block": "x"}]}]), "verwacht een van info", id="no such block"
        ),
        pytest.param(changed(quizzes=3), "verwacht een lijst", id="no list"),
        pytest.param(changed(quizzes=[3]), "verwacht een object", id="no object"),
        pytest.param(
            changed(quizzes=[QUIZ | {"parts": [{"block": "practice", "question": 1}]}]), "staat er niet in", id="lost"
        ),
        pytest.param(
            changed(quizzes=[QUIZ | {"parts": [{"block": "info", "question": True}]}]), "heel getal", id="true as one"
        ),
    ],
)
def test_anything_else_is_refused_with_the_place_and_a_sentence(text, why):
    with pytest.raises(Unreadable, match=why):
        pack.read(text)
