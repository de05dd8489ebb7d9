"""The public promise is made from the tables: it cannot leave one out."""

import pytest
from django.apps import apps

from campagne.measurement.measures import MEASURES
from campagne.measurement.promise import TABLES, described

# What editors write and publish; it says nothing about a visit.
OF_EDITORS = {
    "measurement.AttentionCard",
    "measurement.ContextEvent",
    "measurement.Entrance",
    "measurement.EvaluationPlan",
    "measurement.EvaluationReport",
    "measurement.Goal",
    "measurement.Indicator",
    "measurement.KnownVersion",
    "measurement.MonthlyReader",
    "measurement.Observation",
    "measurement.OfficialFile",
    "measurement.PageFacts",
    "measurement.PageLabelPeriod",
    "measurement.PlanChange",
    "measurement.Population",
    "measurement.PublishedFigure",
    "measurement.PublishedMonth",
    "measurement.Region",
    "quiz.KeyCorrection",
    "quiz.Question",
    "quiz.QuestionSeries",
    "quiz.QuestionVersion",
    "quiz.OptionVersion",
    "quiz.Quiz",
    "quiz.Quiz_channels",
    "quiz.QuizPart",
    "quiz.QuizVersion",
    "quiz.QuizVersionItem",
    "quiz.Speech",
}
# What libraries plan, and how many people they counted in the room.
OF_LIBRARIES = {
    "guided.GuidedSession",
    "guided.GuidedSession_presenters",
    "guided.GuidedSession_target_groups",
    "guided.Library",
    "guided.Location",
    "guided.Meeting",
    "guided.PresenterCard",
    "guided.Referral",
}
# What stands on /cijfers/ for everybody: sums that hide what is small.
PUBLISHED = {"measurement.PublishedMonth", "measurement.PublishedFigure"}
# What the site keeps of itself.
OF_THE_INSTALLATION = {f"serving.{name}" for name in ("Installation", "Generation", "JobRun", "Lease", "Disturbance")}
# In a group: the lesson that somebody takes part in, and a number that rises when a card moves to another tablet.
OF_A_GROUP = {f"guided.{name}" for name in ("Participant.session", "Participant.device")}
OF_A_GROUP |= {f"guided.{name}" for name in ("SeatCard.session", "HandCount.session")}
SUSPECT = ("ip", "address", "adres", "agent", "user", "cookie", "session", "device", "fingerprint", "visitor", "email")


def test_every_table_that_a_visit_fills_is_on_the_page():
    ours = [
        *apps.get_app_config("measurement").get_models(),
        *apps.get_app_config("quiz").get_models(True),
        *apps.get_app_config("serving").get_models(),
        *apps.get_app_config("guided").get_models(True),
        apps.get_model("home.MissedWord"),
    ]

    others = OF_EDITORS | OF_LIBRARIES | OF_THE_INSTALLATION | PUBLISHED
    assert {model._meta.label for model in ours} - others == set(TABLES)


@pytest.mark.parametrize("label", TABLES)
def test_every_column_is_explained(label):
    table = described(apps.get_model(label))

    assert table.explanation
    assert [column.name for column in table.columns if not column.meaning] == []


@pytest.mark.parametrize("label", TABLES)
def test_no_column_could_hold_who_somebody_is(label):
    names = [field.name for field in apps.get_model(label)._meta.get_fields() if field.concrete]

    suspects = [name for name in names if set(name.split("_")) & set(SUSPECT)]
    assert [name for name in suspects if f"{label}.{name}" not in OF_A_GROUP] == []


@pytest.mark.django_db
def test_the_page_on_measuring_names_every_measure(client, home):
    page = client.get("/wat-we-meten/").content.decode()

    assert [measure.code for measure in MEASURES if measure.name not in page] == []


@pytest.mark.django_db
def test_the_page_on_privacy_names_every_table(client, home):
    page = client.get("/privacy/").content.decode().lower()

    assert [label for label in TABLES if str(apps.get_model(label)._meta.verbose_name) not in page] == []


@pytest.mark.django_db
def test_the_page_on_privacy_tells_how_long_an_answer_is_kept(client, home, settings):
    settings.ANONYMISE_AFTER_DAYS = 45

    assert "Na 45 dagen gooien we ze weg." in client.get("/privacy/").content.decode()
