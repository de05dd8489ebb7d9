"""/m takes what a person's browser says about a page of ours, once, and counts what it does not take."""

import pytest
from django.core.management import call_command

from campagne.measurement.models import (
    DayAct,
    DayCell,
    DayEntrance,
    DayPage,
    DayReferrer,
    Inbox,
    MonthPage,
    Rejection,
)
from doelgroepen.models import TargetGroup
from tests.measurement.conftest import an_entrance, told_about


def rejections():
    return dict(Rejection.objects.values_list("reason", "count"))


def count_now():
    call_command("count_inbox", "--now", verbosity=0)


def test_one_view_read_and_tap_are_counted_exactly(send, page, bank):
    answers = [
        send(told_about(page)),
        send(told_about(page, "read", after=40)),
        send(told_about(page, "act", act="report", subject="bank")),
        send(told_about(page, "act", act="print", subject="")),
    ]
    count_now()

    assert [answer.status_code for answer in answers] == [204] * 4
    day = DayPage.objects.get()
    assert (day.page_id, day.revision_id, day.views, day.visits, day.reads) == (page.pk, page.live_revision_id, 1, 1, 1)
    assert set(DayAct.objects.values_list("act", "subject", "count")) == {("report", "bank", 1), ("print", "", 1)}
    assert (MonthPage.objects.get().views, rejections()) == (1, {})


def test_a_visit_counts_at_the_entrance_it_came_along_and_once(send, page):
    entrance = an_entrance("bieb", page)
    for _ in range(2):
        send(told_about(page, via="bieb"))
    send(told_about(page, nonce="b" * 12, via="verzonnen"))
    send(told_about(page, nonce="c" * 12))
    send(told_about(page, nonce="d" * 12, via="bieb", entry=False))
    count_now()

    assert dict(DayEntrance.objects.values_list("entrance", "visits")) == {entrance.pk: 1, 0: 2}
    assert (DayPage.objects.get().visits, rejections()) == (3, {"repeated": 1})


def test_where_somebody_came_from_is_reduced_before_it_is_stored(send, page, caplog):
    send(told_about(page, **{"from": "www.google.nl"}))
    send(told_about(page, nonce="b" * 12, **{"from": "jan-jansen.example"}))
    send(told_about(page, nonce="c" * 12, entry=False, **{"from": "testserver"}))

    stored = str(list(Inbox.objects.values()))
    assert "jansen" not in stored + caplog.text
    count_now()
    assert dict(DayReferrer.objects.values_list("referrer", "visits")) == {"Google": 1, "overig": 1}


def test_what_somebody_chose_counts_for_what_they_look_at_and_read(send, page):
    group = TargetGroup.objects.create(name="Ouderen", slug="ouderen", self_description="Ik ben 65 of ouder")
    send(told_about(page, entry=False, via="voor-ouderen"))
    send(told_about(page, "read", entry=False, via="voor-ouderen", after=40))
    count_now()

    cell = DayCell.objects.get()
    assert (cell.group, cell.method, cell.views, cell.visits, cell.reads) == (group.pk, "Z", 1, 0, 1)


@pytest.mark.parametrize("change", [{"via": "x" * 60}, {"via": "voor-<b>"}, {"from": 7}, {"from": {"a": 1}}])
def test_odd_values_are_refused_by_reason_and_break_nothing(send, page, change):
    assert send(told_about(page, **change)).status_code == 400
    assert (rejections(), Inbox.objects.count()) == ({"broken": 1}, 0)


def test_a_broken_entrance_is_refused_and_nothing_is_stored(send, page):
    assert send(told_about(page, via="<b>")).status_code == 400
    assert (rejections(), Inbox.objects.count()) == ({"broken": 1}, 0)


def test_the_same_message_again_counts_once(send, page):
    send(told_about(page))
    again = send(told_about(page))
    count_now()
    after_counting = send(told_about(page))
    count_now()

    assert (again.status_code, after_counting.status_code) == (204, 204)
    assert DayPage.objects.get().views == 1
    assert rejections() == {"repeated": 2}


@pytest.mark.parametrize(
    ("headers", "status", "reason"),
    [
        pytest.param({"origin": "https://kwaad.example"}, 403, "foreign", id="from another site"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, "foreign", id="the browser says cross-site"),
        pytest.param({"user-agent": "curl/8.0"}, 204, "bot", id="a program"),
        pytest.param({"accept-language": ""}, 204, "bot", id="no language"),
        pytest.param({"sec-gpc": "1"}, 204, "refused", id="Global Privacy Control"),
        pytest.param({"dnt": "1"}, 204, "refused", id="Do Not Track"),
    ],
)
def test_who_is_not_counted_is_counted_by_reason(send, page, headers, status, reason):
    response = send(told_about(page), **headers)

    assert response.status_code == status
    assert (rejections(), Inbox.objects.count()) == ({reason: 1}, 0)


@pytest.mark.parametrize("kind", ["refused", "staff", "bot"])
def test_who_says_nothing_but_no_is_one_number(send, home, kind):
    assert send({"kind": kind}).status_code == 204
    assert rejections() == {kind: 1}


@pytest.mark.parametrize(
    ("change", "status"),
    [
        pytest.param({"stamp": "A" * 16}, 400, id="a made-up stamp"),
        pytest.param({"page": 999_999}, 400, id="a stamp of another page"),
        pytest.param({"step": 3}, 400, id="a stamp of another step"),
        pytest.param({"after": 26 * 3600 + 1}, 400, id="too long ago"),
        pytest.param({"nonce": "NUL\0NUL\0"}, 400, id="NUL bytes"),
    ],
)
def test_what_we_did_not_give_out_is_refused(send, page, change, status):
    response = send({**told_about(page), **change})

    assert response.status_code == status
    assert (rejections(), Inbox.objects.count()) == ({"broken": 1}, 0)


def test_too_large_is_413_and_the_answer_stays_small(send, home):
    response = send(b"x" * 100_000)

    assert (response.status_code, rejections()) == (413, {"broken": 1})
    assert len(response.content) < 50


def test_only_posts_are_taken(client, home):
    response = client.get("/m")

    assert (response.status_code, response["Allow"]) == (405, "POST")


def test_a_page_that_is_gone_is_410(send, page):
    message = told_about(page)
    page.unpublish()

    assert send(message).status_code == 410
    assert rejections() == {"expired": 1}


def test_a_full_inbox_is_503_and_says_when_to_return(send, page, monkeypatch, caplog):
    from campagne.measurement import beacon
    from campagne.measurement.writer import Busy

    def full(arrival):
        raise Busy

    monkeypatch.setattr(beacon.inbox_writer, "store", full)

    response = send(told_about(page))

    assert (response.status_code, response["Retry-After"], rejections()) == (503, "60", {"busy": 1})
    # It is counted already; a line in the log for each would fill the disk while the database is away.
    assert caplog.records == []


def test_an_act_on_an_unknown_channel_is_not_counted(send, page):
    send(told_about(page))
    send(told_about(page, "act", act="report", subject="verzonnen"))
    count_now()

    assert not DayAct.objects.exists()
    assert rejections() == {"broken": 1}


def test_an_answer_sets_no_cookie_and_is_not_stored(send, page):
    response = send(told_about(page))

    assert not response.cookies
    assert (response["Cache-Control"], response.content) == ("no-store", b"")
