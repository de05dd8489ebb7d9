"""The papers about privacy leave out nothing that is kept of people, and follow the settings of the installation."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from campagne.measurement.privacy.assessment import assessment
from campagne.measurement.privacy.document import as_markdown
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.promised import Version
from campagne.measurement.privacy.register import processings, register
from campagne.measurement.privacy.risks import risks
from campagne.measurement.promise import TABLES

pytestmark = pytest.mark.once
DAY = date(2026, 11, 30)
PROMISED = Version(3, date(2026, 11, 1), "We tellen nu ook regenbuien.")
HERE = Installed(
    region="Teststreek",
    municipalities=("Beek", "Stein"),
    is_demo=False,
    days_of_attempts=45,
    months_of_days=25,
    database="PostgreSQL",
    has_bucket=True,
    has_shared_cache=True,
    has_mail=True,
    has_metrics=True,
    has_tls=True,
    keeps_offline=True,
    backup_keep=(7, 5, 12),
    backups_are_encrypted=True,
    second_factor_is_required=True,
    roles_without_second_factor=(),
    identity_providers=("gemeente Beek",),
)
# Of subjects, words, pages and the site itself; that nothing of them points at an account is tested below.
OF_NOBODY_APPS = {"action_plan", "auth", "content", "contenttypes", "doelgroepen", "language", "report_guide", "taggit"}
OF_NOBODY_APPS |= {"wagtailadmin", "wagtailcore", "wagtailimages", "wagtailredirects", "wagtailsearch"}
OF_NOBODY_APPS |= {"wagtailsearchpromotions"}
OF_NOBODY = {
    "activities": ("Activity_target_groups", "SingleDay"),
    "guided": ("GuidedSession_target_groups", "Location", "Meeting"),
    "home": ("HomePage", "PageWord", "ReadPage", "StoredLexicon", "SynonymSet"),
    "incidents": ("Incident_municipalities", "PreparedLine", "Statement"),
    "measurement": (
        *("ContextEvent", "ContextEvent_groups", "ContextEvent_themes", "Entrance", "EvaluationReport", "Goal"),
        *("Indicator", "KnownVersion", "Observation", "PageFacts", "PageLabelPeriod", "Population"),
        *("PublishedFigure", "PublishedMonth", "Region"),
    ),
    "media": ("Rendition",),
    "quiz": (
        *("OptionVersion", "Question", "QuestionSeries", "Quiz", "QuizPart", "QuizVersion", "QuizVersionItem"),
        *("Quiz_channels", "Speech"),
    ),
    "serving": ("Generation", "Installation", "JobRun", "Lease"),
}
ELSEWHERE = {f"{app}.{name}" for app, names in OF_NOBODY.items() for name in names}


def tables_of(installed: Installed) -> list[str]:
    return [label for each in processings(installed) for label in each.tables]


def test_every_table_that_points_at_an_account_is_in_a_processing():
    account = get_user_model()
    pointing = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.related_model is account
    }

    assert pointing - set(tables_of(HERE)) == set()
    assert len(pointing) > 20


def test_every_table_that_a_visit_fills_is_in_a_processing():
    assert set(TABLES) - set(tables_of(HERE)) == set()


def test_every_table_is_in_one_processing_or_says_nothing_about_a_person():
    listed = tables_of(HERE)
    models = apps.get_models(include_auto_created=True)

    others = {model._meta.label for model in models if model._meta.app_label not in OF_NOBODY_APPS} - set(listed)
    assert others == ELSEWHERE
    assert len(listed) == len(set(listed))
    assert all(apps.get_model(label) for label in listed)


def test_what_protects_people_is_proven_by_a_test_that_is_there():
    safeguards = [each for of in (*processings(HERE), *risks(HERE)) for each in of.safeguards]

    assert [each.proof for each in safeguards if not (Path(settings.BASE_DIR) / each.proof).exists()] == []
    assert all(each.proof.startswith("tests/") for each in safeguards)


def test_every_processing_says_all_that_article_30_asks():
    empty = [
        f"{each.name}: {field.name}"
        for each in processings(HERE)
        for field in fields(each)
        if field.name != "tables" and not getattr(each, field.name)
    ]

    assert empty == []


@pytest.mark.parametrize("make", [register, assessment])
def test_it_says_where_it_comes_from_and_asks_what_only_the_municipality_knows(make):
    document = make(HERE, PROMISED, DAY)
    text = as_markdown(document)

    assert "30 november 2026" in text
    assert "versie 3 van de belofte" in text
    assert PROMISED.told in text
    assert "Beek, Stein" in text
    assert len(document.gaps) >= 20
    asked = "Functionaris gegevensbescherming" if make is register else "kans en ernst"
    assert any(asked in line for line in text.splitlines() if "in te vullen door de gemeente" in line)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({}, "Een poging: 45 dagen.", id="days of an attempt"),
        pytest.param({}, "Tellingen per dag: 25 maanden.", id="months of days"),
        pytest.param({}, "de oudste hooguit 12 maanden oud", id="months of backups"),
        pytest.param({"backup_keep": (7, 4, 0)}, "de oudste hooguit 4 weken oud", id="weeks of backups"),
        pytest.param({"backup_keep": (3, 0, 0)}, "de oudste hooguit 3 dagen oud", id="days of backups"),
        pytest.param({"backup_keep": None}, "de site maakt ze niet vanzelf", id="no backups"),
        pytest.param({"backups_are_encrypted": False}, "NIET versleuteld", id="open backups"),
        pytest.param({}, "gemeente Beek", id="signing in elsewhere"),
        pytest.param({"has_mail": False}, "De site kan nu geen mail versturen.", id="no mail"),
        pytest.param({"second_factor_is_required": False}, "niet verplicht", id="no second factor"),
        pytest.param({"roles_without_second_factor": ("Lezer",)}, "behalve voor: Lezer", id="an exception"),
        pytest.param({}, "alleen te lezen op die machine", id="metrics"),
        pytest.param({"has_metrics": False}, "METRICS_PORT is leeg", id="no metrics"),
        pytest.param({"is_demo": True}, "dit is een demo", id="a demo"),
    ],
)
def test_both_papers_follow_the_installation(changed, told):
    for make in (register, assessment):
        assert told in as_markdown(make(replace(HERE, **changed), PROMISED, DAY))


def test_the_assessment_follows_where_things_are():
    text = as_markdown(assessment(HERE, PROMISED, DAY))
    alone = replace(HERE, has_bucket=False, has_shared_cache=False, has_tls=False, keeps_offline=False)
    less = as_markdown(assessment(alone, PROMISED, DAY))

    for word in ("bucket", "Redis", "wordt naar https (TLS) gestuurd", "op het eigen apparaat"):
        assert word in text
        assert word not in less


def test_without_signing_in_elsewhere_nothing_is_said_of_it():
    text = as_markdown(register(replace(HERE, identity_providers=()), PROMISED, DAY))

    assert "OpenID Connect" not in text


@pytest.mark.django_db
def test_the_command_writes_them_from_the_settings_of_now(capsys, home, settings):
    settings.ANONYMISE_AFTER_DAYS, settings.BACKUP_DIR = 60, Path("/srv/backups")
    settings.BACKUP_KEY, settings.SECOND_FACTOR = "age1test", "required"
    call_command("privacy_texts", "--register")
    written, counted = capsys.readouterr()

    assert written.startswith("# Register van verwerkingen: Teststreek\n")
    assert "Een poging: 60 dagen." in written
    assert "Ze zijn versleuteld." in written
    assert "age1test" not in written
    assert f"{written.count('[in te vullen door de gemeente: ')} plekken" in counted
