import pytest

from campagne.guided.leading.acting import Action
from campagne.guided.leading.hands import HandCount
from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.models import Attempt
from tests.guided.leading.conftest import text_of

pytestmark = pytest.mark.django_db
PLACE = 2
"""The first question that is measured."""


def hands(**counts) -> dict[str, object]:
    """What is typed: how many for yes, no, maybe and not knowing, and how many people there are."""
    names = {"yes": "antwoord-1", "no": "antwoord-2", "maybe": "antwoord-3", "unsure": "antwoord-dont_know"}
    return {"place": PLACE, "zaal": 8} | {names.get(name, name): count for name, count in counts.items()}


def counted() -> dict[str, tuple[int, int]]:
    return {row.pattern: (row.count, row.present) for row in HandCount.objects.all()}


@pytest.fixture
def asking(presenter, running):
    running.goes_to(Kind.QUESTION)
    return presenter


def test_hands_are_counted_without_a_single_device_and_are_no_attempts(asking):
    sent = asking.post("hands", **hands(yes=3, no=4, unsure=1))

    assert sent.status_code == 303
    assert counted() == {"1": (3, 8), "2": (4, 8), "3": (0, 8), "dont_know": (1, 8)}
    assert not Attempt.objects.exists()
    assert 'value="4"' in asking.get().content.decode()


def test_counting_again_replaces_and_leaving_all_empty_takes_it_away(asking):
    asking.post("hands", **hands(yes=3, no=4))
    asking.post("hands", **hands(no=7, zaal=7))
    assert counted() == {"1": (0, 7), "2": (7, 7), "3": (0, 7), "dont_know": (0, 7)}

    assert asking.post("hands", **hands(zaal="")).status_code == 303
    assert counted() == {}


def test_more_hands_than_people_are_kept_with_a_word_about_it(asking):
    asking.post("hands", **hands(yes=6, no=6))

    assert counted()["1"] == (6, 8)
    assert "U telde meer handen dan er mensen zijn." in asking.reads()


def test_more_hands_than_people_are_no_surprise_where_more_may_be_chosen(asking, running):
    running.does(Action.NEXT)
    asking.post("hands", **hands(yes=6, no=6, place=3))

    assert "U telde meer handen" not in asking.reads()


def test_what_is_no_number_is_told_at_its_field_and_stays(asking):
    refused = asking.post("hands", **hands(yes="vijf", no=61, maybe=-1))

    assert refused.status_code == 400
    assert "A: Ja: Vul een heel getal in" in text_of(refused)
    assert "Dat is meer dan 60." in text_of(refused)
    assert 'value="vijf"' in refused.content.decode()
    assert counted() == {}


@pytest.mark.parametrize(
    ("place", "status"),
    [
        pytest.param("3", 409, id="not asked yet"),
        pytest.param("1", 400, id="nothing is asked there"),
        pytest.param("99", 400, id="no such part"),
        pytest.param("x", 400, id="no number"),
    ],
)
def test_hands_are_for_a_question_that_was_asked(asking, place, status):
    assert asking.post("hands", **hands(yes=3, place=place)).status_code == status
    assert counted() == {}


def test_hands_may_be_typed_after_the_group_went_on(asking, running):
    running.goes_to(Kind.LESSON)

    assert asking.post("hands", **hands(yes=3)).status_code == 303
    assert counted()["1"] == (3, 8)


def test_who_came_and_who_was_shown_the_way_is_written_down_also_after_closing(presenter, running):
    running.does(Action.FINISH)
    meeting = Meeting.objects.get()

    sent = presenter.post("room", **{f"bezoekers-{meeting.pk}": 9, "naar-ido": 2, "naar-politie": 1, "naar-bank": 0})
    meeting.refresh_from_db()

    assert (sent.status_code, meeting.headcount) == (303, 9)
    assert dict(running.session.referrals.values_list("where", "count")) == {"ido": 2, "politie": 1}

    presenter.post("room", **{f"bezoekers-{meeting.pk}": "", "naar-ido": 3})
    meeting.refresh_from_db()

    assert meeting.headcount is None
    assert dict(running.session.referrals.values_list("where", "count")) == {"ido": 3}


def test_a_headcount_that_is_no_number_changes_nothing(presenter, running):
    meeting = Meeting.objects.get()

    refused = presenter.post("room", **{f"bezoekers-{meeting.pk}": "negen", "naar-ido": 2})

    assert refused.status_code == 400
    assert "Vul een heel getal in" in text_of(refused)
    assert not running.session.referrals.exists()


def test_a_headcount_of_another_session_is_left_alone(presenter, running, library, module):
    other = GuidedSession.objects.create(location=library.locations.get(), module=module, title="Andere les")
    theirs = Meeting.objects.create(session=other, starts_at=running.session.changed_at)

    presenter.post("room", **{f"bezoekers-{theirs.pk}": 9})
    theirs.refresh_from_db()

    assert theirs.headcount is None
