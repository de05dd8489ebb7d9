"""One tap says whether a page was of use: without script, account or anything that says who."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from campagne.content.models import ModuleIndexPage, ModulePage
from campagne.measurement import useful
from campagne.measurement.models import DayAct, Inbox, Rejection
from campagne.measurement.stamp import stamp_for
from campagne.measurement.writer import Busy
from tests.measurement.conftest import BROWSER


def form_of(page, answer="no", step=0):
    revision = page.live_revision_id
    stamp = stamp_for(page.pk, revision, step)
    return {"page": page.pk, "revision": revision, "step": step, "stamp": stamp, "useful": answer}


@pytest.fixture
def post(client):
    return lambda address, data, **headers: client.post(address, data, headers={**BROWSER, **headers})


def acts():
    call_command("count_inbox", "--now", verbosity=0)
    return dict(DayAct.objects.values_list("subject", "count"))


def test_a_reader_without_script_says_no_and_why(client, post, page):
    asked = client.get(page.url).content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked))

    tapped = post("/nuttig/", {**fields, "useful": "no"})
    thanks = client.get(tapped.url)
    reasoned = post(f"{tapped.url}reden/", {"reason": "te_moeilijk"})
    done = client.get(reasoned.url).content.decode()

    assert (tapped.status_code, reasoned.status_code) == (303, 303)
    assert "De tekst is te moeilijk" in thanks.content.decode()
    assert "no-store" in thanks["Cache-Control"]
    assert not thanks.cookies
    assert f'href="{page.url}"' in done
    assert "te moeilijk" not in done
    assert acts() == {"no": 1, "te_moeilijk": 1}


def test_who_says_yes_is_asked_nothing_more(client, post, page):
    thanks = client.get(post("/nuttig/", form_of(page, "yes")).url).content.decode()

    assert "Bedankt" in thanks
    assert "<fieldset" not in thanks
    assert acts() == {"yes": 1}


def test_a_second_reason_of_the_same_tap_is_not_counted(post, page):
    address = post("/nuttig/", form_of(page)).url

    first = post(f"{address}reden/", {"reason": "te_lang"})
    second = post(f"{address}reden/", {"reason": "anders"})

    assert (first.status_code, second.status_code) == (303, 303)
    assert acts() == {"no": 1, "te_lang": 1}
    assert Rejection.objects.get().reason == "repeated"


def test_a_step_leads_back_to_the_step(client, post, home, publish):
    steps = [{"type": "step", "value": {"title": "Stap", "body": []}}] * 2
    module = publish(ModuleIndexPage.objects.child_of(home).get(), ModulePage(title="M", summary="s", steps=steps))

    thanks = client.get(post("/nuttig/", form_of(module, "yes", step=2)).url).content.decode()

    assert f'href="{module.url}stap/2/"' in thanks


@pytest.mark.parametrize(
    ("change", "status"),
    [
        pytest.param({"stamp": "x" * 16}, 400, id="a made-up stamp"),
        pytest.param({"stamp": "é" * 16}, 400, id="a stamp with accents"),
        pytest.param({"step": 4}, 400, id="another step"),
        pytest.param({"page": "twaalf"}, 400, id="no number"),
        pytest.param({"page": "9" * 5000}, 400, id="a huge number"),
        pytest.param({"useful": "misschien"}, 400, id="an answer we do not ask"),
        pytest.param({"useful": "yes\0"}, 400, id="NUL"),
    ],
)
def test_what_we_did_not_ask_is_refused_kindly(post, page, change, status):
    response = post("/nuttig/", {**form_of(page), **change})

    assert response.status_code == status
    assert "<h1>" in response.content.decode()
    assert not Inbox.objects.exists()


def test_missing_fields_are_refused_kindly(post, home):
    assert post("/nuttig/", {}).status_code == 400


def test_a_page_that_is_gone_says_so(post, page):
    form = form_of(page)
    page.unpublish()

    assert post("/nuttig/", form).status_code == 410


def test_a_forged_or_old_thanks_is_gone(client, post, page, monkeypatch):
    address = post("/nuttig/", form_of(page)).url
    assert client.get("/nuttig/verzonnen/").status_code == 404
    assert post("/nuttig/verzonnen/reden/", {"reason": "anders"}).status_code == 404
    assert post(f"{address}reden/", {"reason": "verzonnen"}).status_code == 400

    monkeypatch.setattr(useful, "SECONDS_TO_GIVE_A_REASON", -1)
    assert client.get(address).status_code == 410


def test_thanks_for_a_page_that_was_deleted_lead_to_the_front(client, post, page):
    address = post("/nuttig/", form_of(page)).url
    page.delete()

    assert 'href="/"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("extra", "headers"),
    [
        pytest.param({"email": "bot@spam.example"}, {}, id="fills what nobody sees"),
        pytest.param({}, {"user-agent": "python-requests/2"}, id="says it is a program"),
    ],
)
def test_a_program_is_thanked_and_not_counted(post, page, extra, headers):
    response = post("/nuttig/", {**form_of(page), **extra}, **headers)

    assert response.status_code == 303
    assert acts() == {}
    assert Rejection.objects.get().reason == "bot"


def test_a_full_inbox_asks_to_try_again(post, page, monkeypatch):
    def full(arrival):
        raise Busy

    monkeypatch.setattr(useful.inbox_writer, "store", full)

    answer = post("/nuttig/", form_of(page))

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Dat ligt niet aan u" in answer.content.decode()


def test_a_tap_holds_nothing_of_the_visitor(post, page):
    post("/nuttig/", form_of(page))

    row = Inbox.objects.get()
    assert (row.act, row.subject, row.is_entry) == ("useful", "no", False)
    assert timezone.now() - row.received_at < timedelta(minutes=1)
