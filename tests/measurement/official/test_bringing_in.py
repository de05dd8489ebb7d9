"""A file is taken whole or not at all, twice is once, and a revised figure stands beside the first."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction

from campagne.measurement.models import Observation, OfficialFile
from campagne.measurement.official.bringing_in import NothingNew
from campagne.measurement.official.plan import Fate, plan_for, what_we_know
from campagne.measurement.official.reading.file import read
from campagne.measurement.official.reading.numbers import Mark
from tests.measurement.official.conftest import NOON
from tests.measurement.official.tables import SAMPLE, VICTIMS, compact, known

pytestmark = pytest.mark.django_db
FIRST, REVISED = "Nederland;Waarde;2023;15,6;46,2;17,0", "Nederland;Waarde;2023;15,8;46,2;17,0"


def fates(content: bytes) -> list[Fate]:
    return [step.fate for step in plan_for(read(content, what_we_know(NOON.date()))).steps]


def test_what_readers_know_comes_from_the_registers(home):
    told = what_we_know(NOON.date())

    assert {each.slug: each.paths for each in told.indicators} == {each.slug: each.paths for each in known().indicators}
    assert {each.name for each in told.regions} == {each.name for each in known().regions}


def test_the_sample_brings_27_figures_and_its_file_is_remembered(brought):
    content = SAMPLE.read_bytes()
    file = brought(content, "steekproef.csv")

    assert (file.taken, file.skipped, file.sha256, file.brought_by) == (27, 0, sha256(content).hexdigest(), "Ria")
    assert file.report == [{"text": "nieuw", "count": 27, "where": ""}]
    assert Observation.objects.filter(file=file, vintage=1).count() == 27
    assert Observation.objects.exclude(low=None).count() == 24


def test_a_second_time_changes_nothing(brought):
    brought(SAMPLE.read_bytes())

    with pytest.raises(NothingNew):
        brought(SAMPLE.read_bytes())

    assert (Observation.objects.count(), OfficialFile.objects.count()) == (27, 1)


def test_another_file_with_the_same_figures_is_nothing_new_either(brought):
    brought(SAMPLE.read_bytes())

    assert set(fates(SAMPLE.read_bytes().replace(b"\n", b"\r\n"))) == {Fate.SAME}


def test_a_revised_figure_is_a_new_edition_and_the_old_one_stays(brought):
    brought(compact(FIRST))
    assert fates(compact(REVISED)) == [Fate.REVISED, Fate.SAME, Fate.SAME]

    assert brought(compact(REVISED)).taken == 1

    editions = Observation.objects.filter(indicator__slug=VICTIMS).order_by("vintage")
    assert [(row.vintage, row.value) for row in editions] == [(1, Decimal("15.6")), (2, Decimal("15.8"))]
    assert Observation.objects.newest().get(indicator__slug=VICTIMS).vintage == 2


def test_an_old_file_does_not_undo_a_revision(brought):
    brought(compact(FIRST))
    brought(compact(REVISED))

    assert fates(compact(FIRST)) == [Fate.OLDER, Fate.SAME, Fate.SAME]


def test_a_figure_that_becomes_final_is_a_new_edition(brought):
    brought(compact("Nederland;Waarde;2025*;17;52;15"))

    assert fates(compact("Nederland;Waarde;2025;17;52;15")) == [Fate.REVISED] * 3


def test_of_a_file_with_one_thing_wrong_nothing_is_written(brought):
    content = compact(FIRST, "Limburg;Waarde;2023;115,6;46,2;17,0")

    with pytest.raises(NothingNew):
        brought(content)

    assert (Observation.objects.count(), OfficialFile.objects.count()) == (0, 0)


def test_a_file_that_breaks_halfway_leaves_nothing(brought, monkeypatch):
    def break_off(*args, **options):
        raise RuntimeError

    monkeypatch.setattr("campagne.measurement.official.bringing_in._report", break_off)

    with pytest.raises(RuntimeError):
        brought(SAMPLE.read_bytes())

    assert (Observation.objects.count(), OfficialFile.objects.count()) == (0, 0)


def test_what_is_unknown_is_kept_as_unknown_and_never_as_0(brought):
    brought(compact("Limburg;Waarde;2023;.;;0"))

    found = Observation.objects.order_by("indicator__slug").values_list("status", "value")
    assert list(found) == [("ok", Decimal(0)), ("not_applicable", None), ("unreliable", None)]


def test_a_figure_by_hand_is_an_edition_too_and_the_same_one_is_refused(entered):
    entered(VICTIMS, "Limburg", "2023", 16, 15, 17)
    assert entered(VICTIMS, "Limburg", "2023", 16.5, 15, 18, rests_on=750).vintage == 2

    with pytest.raises(NothingNew):
        entered(VICTIMS, "Limburg", "2023", 16.5, 15, 18)
    # Whoever types what was replaced says that it counts again.
    assert entered(VICTIMS, "Limburg", "2023", 16, 15, 17).vintage == 3


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"value": None}, id="no value and no reason"),
        pytest.param({"low": 16, "high": 17}, id="bounds that do not enclose"),
        pytest.param({"vintage": 1}, id="the same edition again"),
    ],
)
def test_the_database_keeps_the_promises_too(entered, wrong):
    row = entered(VICTIMS, "Limburg", "2023", 15)
    row.pk, row.vintage = None, 2
    for name, value in wrong.items():
        setattr(row, name, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_newest_edition_of_each_figure_counts(entered):
    for value in (15, 16, 17):
        entered(VICTIMS, "Limburg", "2023", value)
    entered(VICTIMS, "Limburg", "2021", mark=Mark.UNRELIABLE)

    found = Observation.objects.newest().order_by("period")
    assert [(row.period, row.value) for row in found] == [("2021", None), ("2023", Decimal(17))]


def test_a_large_table_is_compared_in_a_few_questions(brought, django_assert_max_num_queries):
    content = compact(*(f"{name};Waarde;{year};15,{n};4{n},0;1{n},0" for n, name in enumerate(NAMES) for year in YEARS))
    reading = read(content, what_we_know(date(2031, 1, 1)))

    with django_assert_max_num_queries(3):
        plan = plan_for(reading)
    assert len(plan.taken) == len(NAMES) * len(YEARS) * 3


NAMES = ("Nederland", "Limburg", "Westelijke Mijnstreek", "Noord-Nederland (LD)")
YEARS = range(2021, 2031)
