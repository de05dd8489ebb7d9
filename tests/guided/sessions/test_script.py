from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.guided.sessions.script import SLOW, Guidance, Kind, LessonPart, minutes_of, script_of
from campagne.quiz.questions.plan import Block, Item

pytestmark = pytest.mark.once


def item(block: Block) -> Item:
    return Item(block, 1 if block.asks else None)


lessons = st.lists(st.builds(LessonPart, st.text(max_size=8), st.builds(Guidance, minutes=st.integers(0, 30))))
others = st.lists(st.sampled_from([block for block in Block if not block.measures]).map(item), max_size=4)


@st.composite
def plans(draw) -> list[Item]:
    """Whatever an editor can put together: what is measured stands together, before and after."""
    many = draw(st.integers(0, 5))
    before, after = [item(Block.MEASURE_PRE)] * many, [item(Block.MEASURE_POST)] * many
    return [*draw(others), *before, *draw(others), *after, *draw(others)]


@given(lessons, plans())
def test_every_part_comes_once_between_a_welcome_and_an_end(lesson, parts):
    script = script_of(lesson, parts, [""] * len(parts))

    assert sorted(step.place for step in script if step.place) == list(range(1, len(parts) + 1))
    assert [step.lesson for step in script if step.lesson] == list(range(1, len(lesson) + 1))
    assert (script[0].kind, script[-1].kind) == (Kind.WELCOME, Kind.END)


@given(lessons, plans())
def test_nothing_is_taught_while_it_is_measured_and_looking_back_follows_at_once(lesson, parts):
    script = script_of(lesson, parts, [""] * len(parts))
    before, after = (
        [place for place, step in enumerate(script) if step.block is block]
        for block in (Block.MEASURE_PRE, Block.MEASURE_POST)
    )
    taught = [place for place, step in enumerate(script) if step.kind is Kind.LESSON]

    assert max(before, default=0) < min(taught, default=len(script))
    assert max(taught, default=0) < min(after, default=len(script))
    looked_back = [place for place, step in enumerate(script) if step.kind is Kind.LOOK_BACK]
    assert looked_back == [place + 1 for place in after[-1:]]


@given(lessons, plans())
def test_the_parts_of_the_quiz_keep_their_order(lesson, parts):
    script = script_of(lesson, parts, [""] * len(parts))

    assert [step.place for step in script if step.place] == list(range(1, len(parts) + 1))


@given(lessons, plans())
def test_a_group_that_reads_with_difficulty_gets_more_time(lesson, parts):
    script = script_of(lesson, parts, [""] * len(parts))
    at_ease, slow = minutes_of(script)

    assert ceil(at_ease * SLOW) <= slow <= at_ease * SLOW + len(script)
