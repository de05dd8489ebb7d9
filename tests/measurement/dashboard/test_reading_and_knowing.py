"""Reading beside knowing: each with its own whole, alone and in groups apart, and no word about a cause."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.figures.verdicts import ATTENTION, UNDERSTANDING, Verdict, check_words
from campagne.guided.models import GuidedSession, Library, Location
from campagne.measurement.dashboard.reading_and_knowing import SELF_SELECTION, in_short
from campagne.measurement.models import DayCell
from campagne.measurement.months import rebuild_month
from campagne.measurement.periods import first_of_month
from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.counting import count as count_answers
from doelgroepen.models import TargetGroup, Theme
from tests.conftest import make_user


@pytest.fixture
def cyber(home):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime")


@pytest.fixture
def seniors(home):
    return TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")


@pytest.fixture
def labelled(publish, cyber, seniors):
    """A page for seniors about cybercrime: `labelled("Hoi mam")`."""

    def make(title: str, municipality=None, group=seniors):
        parent = ArticleIndexPage.objects.get(municipality=municipality)
        page = publish(parent, ArticlePage(title=title, slug=title.lower().replace(" ", "-"), summary="…", theme=cyber))
        page.target_groups.add(group)
        page.save_revision().publish()
        return page

    return make


@pytest.fixture
def read(cyber, seniors, today):
    def write(method="T", group=seniors, **counts) -> None:
        DayCell.objects.create(day=today, theme=cyber.pk, group=group.pk, method=method, **counts)
        rebuild_month(first_of_month(today))

    return write


@pytest.fixture
def session(home, stein, publish, cyber, seniors):
    """A session that was held in Stein for seniors, about cybercrime."""
    groups = [Group.objects.create(name=name) for name in ("Coördinatoren", "Begeleiders")]
    library = Library.objects.create(name="Bibliotheek", coordinators=groups[0], guides=groups[1])
    place = Location.objects.create(library=library, name="Zaal", municipality=stein)
    parent = ModuleIndexPage.objects.get(municipality=None)
    module = publish(parent, ModulePage(title="Les", slug="les", summary="…", theme=cyber))

    def hold() -> GuidedSession:
        held = GuidedSession.objects.create(location=place, module=module, title="Les")
        held.target_groups.add(seniors)
        return held

    return hold


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


@pytest.fixture
def screen(client):
    def look(user, **query) -> dict:
        client.force_login(user)
        return client.get(reverse("figures_together"), query).context_data

    return look


def test_reading_and_knowing_each_have_their_own_whole(
    screen, reader, labelled, read, answer, published_question, cyber, seniors
):
    read(views=100, visits=60, reads=62)
    read("G", views=20, visits=15, reads=8)
    answer(published_question("Wat doet u?", construct="kennis"), right=8, wrong=2, page=labelled("Hoi mam"))

    told = screen(reader)

    [pair] = told["together"].pairs
    assert pair.name == "Cybercrime, Senioren"
    assert pair.visits_in_words == "60 tot 75"
    assert pair.read_in_words.endswith("(120 weergaven)")
    assert [(row.subject, row.words, who) for row, who in pair.questions] == [
        ("Wat doet u?", "8 van de 10 antwoorden, waarschijnlijk tussen 49 en 94 van de 100", "alleen")
    ]
    assert told["sentence"].startswith("Bij 1 van de 1 combinaties")


@pytest.mark.parametrize("life", ["as they came", "counted", "gone"])
def test_alone_and_in_groups_stand_apart(screen, reader, labelled, read, session, answer, published_question, life):
    question = published_question("Wat doet u?", construct="kennis")
    answer(question, right=6, page=labelled("Hoi mam"))
    for _ in range(2):
        before = set(Attempt.objects.values_list("pk", flat=True))
        answer(question, right=5, wrong=5)
        Attempt.objects.exclude(pk__in=before).update(cluster=session().cluster)
    if life != "as they came":
        count_answers(timezone.now() + timedelta(days=40))
    if life == "gone":
        anonymise(timezone.now() + timedelta(days=400))

    [pair] = screen(reader)["together"].pairs

    assert pair.read_in_words == "nog geen weergaven"
    assert pair.alone_in_short == "1 vraag, goed: 6 van de 6"
    assert pair.in_groups_in_short == "1 vraag, goed: 10 van de 20"
    assert screen(reader)["sentence"].startswith("Er is nog geen thema en doelgroep")


def test_before_and_after_a_lesson_stand_apart(screen, reader, session, answer, published_question):
    question = published_question("Wat doet u?", construct="kennis")
    for _ in range(2):
        before = set(Attempt.objects.values_list("pk", flat=True))
        answer(question, right=2, wrong=8, block="measure_pre")
        answer(question, right=7, wrong=3, block="measure_post")
        Attempt.objects.exclude(pk__in=before).update(cluster=session().cluster)

    [pair] = screen(reader)["together"].pairs

    assert pair.in_groups_in_short == "1 vraag, goed vóór de les: 4 van de 20; goed na de les: 14 van de 20"
    assert [row.subject for row, _ in pair.questions] == [
        "Vóór de les: Wat doet u? (in 2 groepen)",
        "Na de les: Wat doet u? (in 2 groepen)",
    ]


def test_small_numbers_are_withheld_question_by_question(screen, reader, labelled, answer, published_question, seniors):
    page = labelled("Hoi mam")
    answer(published_question("Genoeg?", construct="kennis"), right=5, page=page)
    answer(published_question("Te weinig?", construct="kennis"), right=4, page=page)

    [pair] = screen(reader)["together"].pairs
    assert pair.alone_in_short == "2 vragen, goed: 5 van de 5; bij 1 te weinig antwoorden"

    TargetGroup.objects.filter(pk=seniors.pk).update(is_sensitive=True)
    [pair] = screen(reader)["together"].pairs
    assert pair.alone_in_short == "2 vragen: te weinig antwoorden"


def test_an_intention_is_not_knowledge(screen, reader, labelled, answer, published_question):
    answer(published_question("Zou u melden?", construct="meldintentie"), right=9, page=labelled("Hoi mam"))

    assert screen(reader)["together"].pairs == ()


def test_stein_sees_nothing_of_beek(client, screen, editor_of_stein, labelled, beek, answer, published_question, read):
    secret = TargetGroup.objects.create(name="Ouders in Beek", self_description="Ik ben ouder", municipality=beek)
    answer(published_question("Wat weet Beek?", construct="kennis"), right=9, page=labelled("Beekse", beek, secret))
    read(group=secret, municipality=beek.pk, views=987_654, visits=987_654, reads=987_654)

    assert screen(editor_of_stein)["together"].pairs == ()
    page = client.get(reverse("figures_together")).content.decode()
    assert not any(told in page for told in ("Wat weet Beek?", "Ouders in Beek", "987.654"))


def test_of_a_campaign_or_page_nothing_can_be_laid_together(screen, reader, home):
    told = screen(reader, pagina=home.pk)

    assert told["together"] is None
    assert told["sentence"].endswith("Haal dat filter weg om het te zien.")


def test_it_says_that_people_choose_and_judges_nothing(client, reader, read):
    read(views=100, visits=60, reads=62)
    client.force_login(reader)

    page = client.get(reverse("figures_together")).content.decode()

    main = page.split('id="lezen-en-weten"')[1].split("</section>")[0]
    assert SELF_SELECTION in page
    assert not any(f": {verdict}" in main for verdict in Verdict)
    assert not any(word in main.lower() for word in ("correlatie", "samenhang", "verband", "hoger", "lager"))
    for rung in (ATTENTION, UNDERSTANDING):
        check_words(SELF_SELECTION, rung=rung)


def test_without_answers_nothing_is_said_of_them():
    assert in_short([]) == "nog geen antwoorden"


def test_more_cells_take_no_more_queries(
    client, reader, labelled, read, answer, published_question, django_assert_max_num_queries, cyber, today
):
    client.force_login(reader)
    read(views=1, visits=1, reads=1)
    answer(published_question("Een", construct="kennis"), right=5, page=labelled("Een"))
    client.get(reverse("figures_together"))
    with django_assert_max_num_queries(100) as few:
        client.get(reverse("figures_together"))
    for number in range(12):
        group = TargetGroup.objects.create(name=f"Groep {number}", self_description="Ik", slug=f"groep-{number}")
        read(group=group, views=1, visits=1, reads=1)
        answer(
            published_question(f"Vraag {number}", construct="kennis"), right=5, page=labelled(f"P{number}", group=group)
        )

    with django_assert_max_num_queries(len(few)) as many:
        client.get(reverse("figures_together"))

    assert len(many) <= len(few) <= 36
