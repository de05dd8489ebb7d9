"""What a file says of a question is believed only if it is what was published, and a picture only if it is one."""

import json
from base64 import b64encode
from hashlib import sha256

import pytest

from campagne.quiz.exchange import bundle
from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.exchange.carried import Carried
from campagne.quiz.models import Question
from tests.conftest import make_user
from tests.quiz.exchange.conftest import packed, wipe

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"stem": "Anders?"}, "controlegetal klopt niet", id="another text"),
        pytest.param({"options": []}, "controlegetal klopt niet", id="no options"),
    ],
)
def test_a_version_that_was_changed_is_refused_and_the_others_are_not(rich, beek, change, why):
    told = json.loads(packed(rich))
    told["inhoud"]["questions"][0]["versions"][0]["draft"] |= change

    report = report_on(bundle.read(json.dumps(told).encode()), beek)

    assert report.lines[0].carried is Carried.NOT
    assert why in report.lines[0].notes[0]


@pytest.mark.parametrize(
    ("where", "value", "why"),
    [
        pytest.param(("questions", 0, "versions", 0, "right_now"), [], "opgeschreven", id="another key"),
        pytest.param(("questions", 0, "versions", 0, "number"), 0, "onmogelijk nummer", id="no number"),
        pytest.param(("questions", 0, "versions", 0, "published_at"), "gisteren", "datum", id="no moment"),
        pytest.param(("questions", 0, "versions", 1, "number"), 1, "hetzelfde nummer", id="a number twice"),
        pytest.param(("questions", 0, "draft", "stem"), "a\x00b", "tekens", id="what no database keeps"),
        pytest.param(("questions", 0, "draft", "message_sender"), "x" * 81, "bewaren", id="too long"),
        pytest.param(
            ("questions", 0, "draft", "hotspots"), [{"x": 101, "y": 0, "text": "a"}], "buiten het beeld", id="outside"
        ),
        pytest.param(("pictures", 0, "content"), "AAAA", "beeld ontbreekt", id="another picture"),
        pytest.param(("sounds", 0, "content"), "AAAA", "geluid ontbreekt", id="another sound"),
        pytest.param(("sounds", 0, "digest"), "0" * 64, "geluid ontbreekt", id="another hash"),
    ],
)
def test_what_is_not_genuine_is_refused_with_a_sentence(rich, beek, where, value, why):
    told = json.loads(packed(rich))
    inside = told["inhoud"]
    for step in where[:-1]:
        inside = inside[step]
    inside[where[-1]] = value
    wipe()

    report = report_on(bundle.read(json.dumps(told).encode()), beek)

    assert any(line.carried is Carried.NOT and why in line.notes[0] for line in report.lines), report


def test_a_file_that_is_no_picture_comes_in_under_no_name(rich, beek):
    told = json.loads(packed(rich))
    content = b"GIF89a<script>"
    told["inhoud"]["pictures"][0] |= {"content": b64encode(content).decode(), "digest": sha256(content).hexdigest()}
    wipe()

    report = bring_in(bundle.read(json.dumps(told).encode()), beek)

    refused = [line for line in report.lines if line.carried is Carried.NOT]
    assert "Een beeld kan niet mee." in refused[0].notes[0]
    assert Question.objects.count() == 2


def test_pictures_need_the_right_to_bring_pictures(rich, beek):
    read = bundle.read(packed(rich))
    wipe()

    report = report_on(read, beek, make_user("zonder rechten"))

    assert [line.notes[0] for line in report.lines if line.carried is Carried.NOT] == [
        "U mag geen beelden toevoegen. Vraag het de beheerder."
    ]
