"""The command says what it does, writes nothing in a dry run, and may run twice."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from campagne.measurement.models import Observation, OfficialFile
from tests.measurement.official.tables import PROPERTIES, REGIONS, SAMPLE, as_json, compact, margins, wide

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def said(*files, **options) -> str:
    out = StringIO()
    call_command("import_official", *files, **options, stdout=out, stderr=out)
    return out.getvalue()


def test_first_look_then_bring_in_and_a_second_time_nothing(home):
    assert "Zou worden: 27 cijfers overgenomen" in said(SAMPLE, dry_run=True)
    assert Observation.objects.count() == 0

    told = said(SAMPLE)

    assert "Vergelijken: 27 cijfers" in told
    assert "Slachtoffers van online criminaliteit, Nederland, 2023: 15,6 procent (tussen 15,4 en 15,9) (nieuw)" in told
    assert "Klaar: 27 cijfers overgenomen, 0 getallen overgeslagen." in told
    assert "niets nieuws" in said(SAMPLE)
    assert (Observation.objects.count(), OfficialFile.objects.count()) == (27, 1)


def test_documents_of_one_table_come_together(home, tmp_path):
    files = [tmp_path / f"{n}.json" for n in range(3)]
    rows = margins(Slachtoffers_132=(15.6, 15.4, 15.9))
    for file, document in zip(files, (PROPERTIES, wide(*rows), REGIONS), strict=True):
        file.write_bytes(as_json(document))

    assert "Klaar: 1 cijfers overgenomen" in said(*files)
    assert OfficialFile.objects.get().name == "0.json, 1.json, 2.json"


def test_what_is_wrong_is_said_and_nothing_is_written(home, tmp_path):
    file = tmp_path / "fout.csv"
    file.write_bytes(compact("Nederland;Waarde;2023;15,6;146,2;17,0"))

    with pytest.raises(CommandError, match="spreekt zichzelf tegen"):
        said(file)
    assert Observation.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "why"), [(None, "nergens.csv is niet te lezen"), (b"", "leeg"), (b"\x00", "geen gewone tekst")]
)
def test_what_cannot_be_read_is_said(home, tmp_path, content, why):
    file = tmp_path / "nergens.csv"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=why):
        said(file)


def test_200_megabytes_are_refused_before_they_are_read(home, tmp_path):
    file = tmp_path / "groot.csv"
    with file.open("wb") as written:
        written.truncate(200 * 1024 * 1024)

    with pytest.raises(CommandError, match=r"Dit bestand is 200 MB\. We lezen er hoogstens 10"):
        said(file)
