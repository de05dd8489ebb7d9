"""Invented visitors walk through the real site; only in a demo."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from campagne.content.models import ContentPage
from campagne.demo.browser import Browser
from campagne.demo.crowd import Crowd
from campagne.demo.habits import visitor
from campagne.demo.knowledge import Knowledge
from campagne.demo.management.commands import demo_traffic
from campagne.demo.visit import Visit
from campagne.measurement.consumer import count
from campagne.measurement.entrances.scans import write_scans
from campagne.measurement.models import DayCell, DayEntrance, DayReferrer, Entrance, Reason, Rejection
from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.scoring import Kind
from campagne.serving.models import Installation
from doelgroepen.models import TargetGroup


class InProcess(Browser):
    """The same browser, without a network between."""

    def __init__(self) -> None:
        super().__init__("http://testserver")

    def _ask(self, method, path, body, headers):
        told = {**self.headers, **headers}
        kind = told.pop("Content-Type", "text/plain")
        response = Client().generic(method, path, body, content_type=kind, headers=told)
        return response.status_code, response.headers.get("Location", ""), response.content.decode()


def visits_of(paths, catalogue):
    knowledge = Knowledge.of(catalogue.quizzes)
    for number, path in enumerate(paths):
        visit = Visit(InProcess(), visitor(1, number), knowledge)
        visit.make(path)
        yield visit


def test_every_public_page_can_be_visited_without_a_failure(demo, catalogue):
    paths = [page.url for page in ContentPage.objects.live()]

    visits = list(visits_of(["/", *paths], catalogue))

    assert sum((visit.failures for visit in visits), Counter()) == Counter()
    assert sum(visit.happened["weergaven"] for visit in visits) > len(paths)


def test_a_quiz_is_begun_answered_and_finished(demo, catalogue):
    happened = sum((visit.happened for visit in visits_of(["/quiz/bank-belt/"] * 12, catalogue)), Counter())

    assert happened["begonnen quizzen"] >= 4
    assert happened["afgemaakte quizzen"] >= 3
    assert Response.objects.count() == happened["quizantwoorden"]
    assert Attempt.objects.filter(finished_at__isnull=False).count() == happened["afgemaakte quizzen"]
    answers = Response.objects.filter(state="answered")
    assert 0 < answers.filter(is_right=True).count() < answers.exclude(is_right=None).count()


def test_a_quiz_that_measures_is_taken_from_before_to_afterwards(demo, catalogue):
    happened = sum((v.happened for v in visits_of(["/quiz/wat-weet-u-van-oplichting/"] * 12, catalogue)), Counter())

    measured = Response.objects.counting().filter(block="measure_post")
    assert happened["afgemaakte quizzen"] >= 1
    assert measured.values("question_version").distinct().count() == 5
    assert Attempt.objects.exclude(post_closed_at=None).count() >= happened["afgemaakte quizzen"]


def test_who_comes_along_an_entrance_is_counted_there(demo, catalogue):
    paths = [entrance.path for entrance in catalogue.entrances]

    visits = list(visits_of(paths * 6, catalogue))
    write_scans()
    count(timezone.now(), timedelta(0))

    assert sum((visit.failures for visit in visits), Counter()) == Counter()
    counted = {row.entrance: row for row in DayEntrance.objects.all()}
    assert counted.keys() == set(Entrance.objects.values_list("pk", flat=True)), "everybody came along an entrance"
    assert all(0 < row.visits <= row.scans == 6 for row in counted.values())


def test_who_comes_again_with_the_same_seed_is_counted_again(demo, catalogue):
    for _ in range(2):
        list(visits_of(["/"] * 6, catalogue))

    count(timezone.now(), timedelta(0))

    assert not Rejection.objects.filter(reason=Reason.REPEATED).exists()


def test_who_begins_at_the_page_of_a_group_takes_that_choice_to_the_next_page(demo, catalogue):
    visits = list(visits_of(["/voor/senioren/"] * 20, catalogue))
    count(timezone.now(), timedelta(0))

    assert sum((visit.failures for visit in visits), Counter()) == Counter()
    seniors = TargetGroup.objects.get(slug="senioren").pk
    assert DayCell.objects.filter(method="Z", group=seniors, views__gt=0).exists()
    assert DayCell.objects.filter(method="T", group=seniors, visits__gt=0).exists()
    assert len(DayReferrer.objects.values_list("referrer", flat=True)) >= 3


def test_a_failure_ends_the_visit_and_is_told(demo, catalogue):
    visit, *_ = visits_of(["/bestaat-niet/"], catalogue)

    assert visit.failures == {"GET /bestaat-niet/: 404": 1}
    assert visit.happened == {"bezoeken": 1}


def test_a_real_installation_gets_no_invented_visitors(demo):
    Installation.objects.update(is_demo=False, region_name="Teststreek")

    with pytest.raises(CommandError, match="de echte regio Teststreek"):
        call_command("demo_traffic", visitors=1)


def test_an_empty_installation_is_told_how_to_begin(demo):
    Installation.objects.all().delete()

    with pytest.raises(CommandError, match=r"nog geen regio.*load_demo"):
        call_command("demo_traffic", visitors=1)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        pytest.param({"visitors": 0}, "0 bezoekers kan niet", id="nobody"),
        pytest.param({"visitors": 1, "url": "http://127.0.0.1:9"}, "Start eerst de voorbeeldsite", id="no site there"),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(demo, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("demo_traffic", **options)


def test_a_site_that_does_not_say_it_is_a_demo_is_left_alone(demo, monkeypatch):
    monkeypatch.setattr("campagne.demo.crowd.Browser", lambda url: InProcess())
    monkeypatch.setattr("campagne.demo.crowd.read_page", lambda html: type("Found", (), {"is_demo": False}))

    with pytest.raises(CommandError, match="zegt niet dat het demogegevens toont"):
        call_command("demo_traffic", visitors=1)


def test_the_command_tells_what_happened_and_what_failed(demo, monkeypatch, capsys):
    class TwoVisits(Crowd):
        def __init__(self, *arguments):
            pass

        def visits(self, numbers):
            for number in numbers:
                visit = Visit(InProcess(), visitor(1, number), Knowledge(()))
                visit.happened.update({"bezoeken": 1, "weergaven": 3})
                visit.failures.update({"GET /weg/: 404": number})
                yield visit

    monkeypatch.setattr(demo_traffic, "Crowd", TwoVisits)

    call_command("demo_traffic", visitors=2)

    told = capsys.readouterr()
    assert "2 van 2" in told.out
    assert "      6 weergaven" in told.out
    assert "      1 keer mislukt: GET /weg/: 404" in told.err


def test_every_kind_is_answered_and_only_a_scale_is_never_marked(demo, catalogue):
    quizzes = ("/quiz/chemelot/", "/quiz/echt-of-nep/", "/quiz/zie-jij-de-signalen/")

    failures = [visit.failures for visit in visits_of(quizzes * 4, catalogue) if visit.failures]

    answered = Response.objects.filter(state="answered").values_list("question_version__kind", "is_right")
    marks = {kind.value: {is_right for known, is_right in answered if known == kind} for kind in Kind}
    assert failures == []
    assert marks.pop(Kind.SCALE) == {None}
    assert all(found & {True, False} for found in marks.values()), marks
    assert True in marks[Kind.ORDER]
