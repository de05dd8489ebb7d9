"""No sentence that is made from figures claims more than its rung can know, whatever is chosen on the dashboard."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from campagne.content.models import CampaignPage, ContentPage
from campagne.figures.verdicts import ATTENTION, REACH, Verdict, check_words
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.keeping import look_again
from campagne.measurement.attention.signal import RUNGS
from campagne.measurement.dashboard.answers import Answer
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.ladder import ladder
from campagne.measurement.models import Act, AttentionCard, DayAct, DayCell, DayPage
from campagne.measurement.months import months_to_rebuild, rebuild_month
from doelgroepen.models import Municipality, TargetGroup, Theme

QUOTED = re.compile(r"[‘“][^’”]*[’”]")
"""What somebody wrote, such as a question of a quiz or the title of a page, is no claim of ours."""
BEYOND = re.compile(
    r"\b(significant\w*|bewustwordingsscore|totaalscore|bewezen|bewijst|dankzij|veroorzaakt\w*)\b", re.I
)
JUDGED = re.compile(r"^[^.:]+: (?P<verdict>[a-z ]+?)(?: dan [^.]+)?\.$")
SCREENS = (
    *("figures", "figures_per_page", "figures_places", "figures_together", "official", "offer", "attention"),
    *("evaluations", "one_pager", "monthly_mail"),
)


@pytest.fixture
def counted(demo):
    """Half a year in which few came lately, so that there is something to say."""
    today = timezone.localdate()
    pages = list(ContentPage.objects.live())
    days = [today - timedelta(days=ago) for ago in range(180)]
    DayPage.objects.bulk_create(
        DayPage(day=day, page_id=page.pk, revision_id=1, views=60, visits=40, reads=10 + ago // 4)
        for ago, day in enumerate(days[:60])
        for page in pages
    )
    DayAct.objects.bulk_create(
        DayAct(day=day, page_id=page.pk, act=Act.USEFUL, subject="yes", count=3) for day in days for page in pages[:9]
    )
    DayCell.objects.bulk_create(
        DayCell(day=day, theme=theme.pk, group=group.pk, method="T", views=90, visits=30 if ago > 40 else 9, reads=9)
        for ago, day in enumerate(days)
        for theme in Theme.objects.all()
        for group in TargetGroup.objects.regional()
    )
    for month in months_to_rebuild():
        rebuild_month(month)
    return today


def sentences_of(answer: Answer) -> list[str]:
    return [answer.sentence, *answer.told, *(part.sentence for part in answer.parts)]


def choices() -> list[dict[str, str]]:
    """Nothing, and everything that one filter can hold."""
    kinds = {"thema": Theme, "doelgroep": TargetGroup, "gemeente": Municipality, "campagne": CampaignPage}
    chosen = [{name: str(row.pk)} for name, model in kinds.items() for row in model.objects.all()]
    return [{}, *chosen, *({"pagina": str(page.pk)} for page in ContentPage.objects.live()[:8])]


def check(text: str, rung) -> None:
    """Raise ValueError for a claim that this rung cannot make, or a verdict that is not in the table."""
    own = QUOTED.sub("", text)
    check_words(own, rung=rung)
    if judged := JUDGED.match(own):
        Verdict(judged["verdict"])


@pytest.mark.parametrize("username", ["bestuurder", "redacteur-stein"])
def test_every_sentence_of_the_ladder_keeps_to_its_rung(counted, username):
    user, walked = get_user_model().objects.get(username=username), 0

    for chosen in choices():
        for days in (28, 56):
            asked = {**chosen, "van": str(counted - timedelta(days=days - 1)), "tot": str(counted)}
            selection = SelectionForm(asked, user=user, today=counted).selection()
            for answer in ladder(selection, counted_since=counted - timedelta(days=70)):
                for sentence in sentences_of(answer):
                    check(sentence, answer.rung)
                    walked += 1

    assert walked > 500


def test_every_card_keeps_to_its_rung(counted):
    look_again(timezone.now())

    rungs = [(card, RUNGS[Gap(card.gap)]) for card in AttentionCard.objects.all()]
    assert Gap.REACH in {card.gap for card, _ in rungs}
    for card, rung in rungs:
        check(card.figures["sentence"], rung or REACH)


def test_no_screen_and_no_public_page_claims_a_cause_or_one_score(counted, client):
    client.force_login(get_user_model().objects.get(username="bestuurder"))

    for address in (*map(reverse, SCREENS), "/cijfers/", "/wat-we-meten/"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not BEYOND.findall(strip_tags(answer.content.decode())), address


@pytest.mark.parametrize(
    "claim",
    [
        "De meldingsbereidheid stijgt.",
        "Een significant verschil.",
        "Aandeel gelezen: veel beter.",
        "Er is meer begrip.",
    ],
)
def test_a_claim_that_goes_too_far_is_found(claim):
    with pytest.raises(ValueError, match=r"more than rung|not a valid Verdict"):
        check(claim, ATTENTION)
