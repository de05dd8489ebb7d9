"""Who calls everything fake finds every fake and distrusts all that is real; two figures show it."""

import pytest

from campagne.quiz.questions.draft import Option
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY
from campagne.quiz.report.given import Given
from campagne.quiz.report.messages import messages_report
from tests.quiz.conftest import published, quiz_of
from tests.quiz.counted import attempted

pytestmark = pytest.mark.django_db
REAL, FAKE = "1", "2"


@pytest.fixture
def messages(home):
    """Two fake messages and a real one."""
    made = []
    for stem, truth in (("Uw pakket?", "fake"), ("Uw bank?", "fake"), ("Uw gemeente?", "real")):
        fields = {"message_channel": "sms", "message_body": f"Over {stem}", "message_truth": truth}
        made.append(published(stem, kind="real_or_fake", construct="herkenning", offer=[], **fields))
    return quiz_of(*made, slug="echt-of-nep")


def test_hits_and_false_alarms_are_told_apart(messages):
    for _ in range(6):
        attempted(messages.current_version, [FAKE, FAKE, FAKE])
    for _ in range(4):
        attempted(messages.current_version, [FAKE, REAL, "dont_know"])

    report = messages_report(Given.to(messages))

    assert report.hits == "nep genoemd: 16 van de 20 antwoorden op nepberichten"
    assert report.false_alarms == "nep genoemd: 6 van de 10 antwoorden op echte berichten"
    assert [(line.name, line.is_right) for line in report.lines] == [
        ("Uw pakket?", True),
        ("Uw bank?", True),
        ("Uw gemeente?", False),
    ]


def test_a_message_with_a_few_answers_cannot_be_found_by_subtracting(messages):
    for _ in range(6):
        attempted(messages.current_version, [FAKE])
    for _ in range(2):
        attempted(messages.current_version, [REAL, FAKE])

    report = messages_report(Given.to(messages))

    assert [line.words for line in report.lines][:2] == [
        "nep genoemd: 6 van de 8 antwoorden",
        "nep genoemd: te weinig antwoorden",
    ]
    assert report.hits == "nep genoemd: 6 van de 8 antwoorden op nepberichten"


def test_the_screen_tells_both(messages, results):
    for _ in range(6):
        attempted(messages.current_version, [FAKE, FAKE, FAKE])

    page = results(messages)

    assert "Nepberichten nep genoemd: 12 van de 12 antwoorden op nepberichten." in page
    assert "Vals alarm: echte berichten nep genoemd: 6 van de 6 antwoorden op echte berichten." in page


def test_a_quiz_without_messages_or_answers_has_no_such_part(messages, quiz):
    assert messages_report(Given.to(messages)) is None
    assert messages_report(Given.to(quiz)) is None


def test_the_keys_are_at_their_places(messages):
    version = messages.current_version.items.get(order=1).version

    assert [option.key for option in version.options.all()] == [REAL_KEY, FAKE_KEY]
    assert isinstance(version.options.all()[0].as_draft(), Option)
