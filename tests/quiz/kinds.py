"""One complete draft of every kind of question, to test with."""

from dataclasses import replace
from uuid import UUID

from wagtail.images.tests.utils import get_test_image_file

from campagne.contacts.models import Channel, ReportChannel
from campagne.media.models import Picture
from campagne.quiz.models import Question
from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.questions.scoring import Construct, Kind

KEYS = tuple(UUID(int=number) for number in (1, 2, 3, 4))
FIRST, SECOND, THIRD, FOURTH = KEYS
OPTIONS = tuple(
    Option(key, text, explanation=f"Geheime uitleg bij {text}", easy_text=f"Dus {text}")
    for key, text in zip(KEYS, ("Ophangen", "Bank bellen", "Politie bellen", "Praten"), strict=True)
)
SOLUTION = (replace(OPTIONS[0], is_right=True), *OPTIONS[1:])
PLAIN = Draft(Kind.SINGLE, Construct.ACTION, "Wat doet u?", SOLUTION, explanation="Geheim: hang op.")
SPOTS = (Hotspot(10, 20, "Geheim: de afzender"), Hotspot(0, 100, "Geheim: de link"))
KINDS = {
    "single": PLAIN,
    "multiple": replace(PLAIN, kind=Kind.MULTIPLE),
    "true or false": replace(PLAIN, kind=Kind.TRUE_FALSE, options=SOLUTION[:2]),
    "order": replace(PLAIN, kind=Kind.ORDER, options=OPTIONS),
    "scale": replace(
        PLAIN, kind=Kind.SCALE, construct=Construct.INTENTION, options=OPTIONS, vignette="U ziet ’s nachts busjes."
    ),
    "real or fake as text": replace(
        PLAIN, kind=Kind.REAL_OR_FAKE, options=real_or_fake("fake"), message_channel="sms", message_body="Hoi mam 👋"
    ),
    "real or fake on a picture": replace(
        PLAIN, kind=Kind.REAL_OR_FAKE, options=real_or_fake("real"), hotspots=SPOTS, picture_id=0
    ),
    "channel": replace(
        PLAIN,
        kind=Kind.CHANNEL,
        construct=Construct.CHANNEL,
        options=(
            Option(FIRST, "Uw eigen bank", is_right=True, channel="bank", easy_explanation="Goed."),
            Option(SECOND, "Politie", explanation="Daarna.", channel="politie"),
            Option(THIRD, "Nergens"),
        ),
    ),
}


def with_its_neighbours(draft: Draft) -> Draft:
    """The draft, after what it points at was put there: its picture and the places to report to."""
    named = {option.channel: option.text for option in draft.options if option.channel}
    for code, name in named.items():
        fields = {"name": name, "code": Channel.OTHER, "phone": "0900-1234", "url": "https://www.voorbeeld.test/meld"}
        ReportChannel.objects.get_or_create(slug=code, defaults={**fields, "purpose": "Om te melden"})
    if draft.picture_id != 0:
        return draft
    picture = Picture.objects.create(title="Sms", description="Een sms van uw bank", file=get_test_image_file())
    return replace(draft, picture_id=picture.pk)


def published_draft(draft: Draft) -> Question:
    question = Question(live=False)
    question.write(with_its_neighbours(draft))
    question.save()
    question.save_revision().publish()
    return Question.objects.get(pk=question.pk)
