import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.action_plan.answers import Answer, Answers
from campagne.action_plan.link import LONGEST_TOKEN, read_token, token_of
from campagne.serving.intake.refusals import Refusal

pytestmark = pytest.mark.once
ANSWERS = Answers(7, {3: Answer.YES, 4_000_000: Answer.UNKNOWN})
TOKEN = token_of("winkel", ANSWERS)


def test_what_we_signed_is_read():
    assert read_token("winkel", TOKEN) == ANSWERS


def test_ten_answers_make_a_link_that_can_be_written_down():
    full = Answers(1, dict.fromkeys(range(10), Answer.NO))

    assert len(token_of("winkel", full)) == LONGEST_TOKEN == 54


@given(st.integers(0, len(TOKEN) - 1), st.characters(codec="ascii"))
def test_one_other_letter_is_refused(at, letter):
    if TOKEN[at] == letter:
        return

    with pytest.raises(Refusal) as refused:
        read_token("winkel", TOKEN[:at] + letter + TOKEN[at + 1 :])

    assert refused.value.status in {400, 404}


@given(st.text(max_size=80))
def test_whatever_is_typed_is_refused_in_words(typed):
    with pytest.raises(Refusal) as refused:
        read_token("winkel", typed)

    assert refused.value.status in {400, 404}


@pytest.mark.parametrize(
    ("role", "token", "status"),
    [
        pytest.param("horeca", TOKEN, 404, id="of another role"),
        pytest.param("winkel", TOKEN[:-5], 400, id="cut off"),
        pytest.param("winkel", "", 400, id="empty"),
        pytest.param("winkel", "A" * 200, 400, id="too long"),
    ],
)
def test_a_link_of_another_kind_says_what_is_wrong(role, token, status):
    with pytest.raises(Refusal) as refused:
        read_token(role, token)

    assert refused.value.status == status
    assert "Maak het plan opnieuw" in refused.value.advice or "maak het plan opnieuw" in refused.value.advice


def test_a_link_still_holds_after_the_secret_was_changed(settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a-newer-one"

    assert read_token("winkel", TOKEN) == ANSWERS


def test_a_link_of_a_secret_that_is_gone_is_not_ours(settings):
    settings.SECRET_KEY = "a-newer-one"

    with pytest.raises(Refusal):
        read_token("winkel", TOKEN)
