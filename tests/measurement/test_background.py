"""The web server counts by itself, and nothing stops it but stopping the server."""

from threading import Event, Thread

from django.utils import timezone

from campagne.measurement import background
from campagne.measurement.background import count_in_background, count_once, keep_counting


def test_whatever_goes_wrong_it_goes_on(monkeypatch, caplog):
    stop, tries = Event(), []

    def fail(at):
        tries.append(at)
        if len(tries) == 3:
            stop.set()
        raise RuntimeError("the database is away")

    monkeypatch.setattr(background, "count", fail)
    monkeypatch.setattr(background, "write_rejections", lambda: None)
    monkeypatch.setattr(background, "connection", FakeConnection())
    monkeypatch.setattr(background, "SECONDS_BETWEEN", 0.001)
    thread = Thread(target=keep_counting, args=(stop,))
    thread.start()
    thread.join(timeout=10)

    assert len(tries) == 3
    assert "the database is away" in caplog.text
    assert background.connection.closed == 3


def test_it_counts_what_is_settled(committed):
    from datetime import timedelta

    from campagne.measurement.models import DayPage
    from tests.measurement.conftest import NOON, arrival, put

    put(arrival(1))
    count_once(NOON)
    assert not DayPage.objects.exists()

    count_once(NOON + timedelta(minutes=3))
    assert DayPage.objects.get().views == 1


def test_days_that_we_promised_to_forget_go_and_their_month_stays(committed):
    from datetime import timedelta

    from campagne.measurement.models import DayPage, MonthPage
    from campagne.measurement.periods import oldest_day_kept
    from tests.measurement.conftest import NOON

    kept = oldest_day_kept(timezone.localdate(NOON))
    for day in (kept, kept - timedelta(days=1)):
        DayPage.objects.create(day=day, page_id=1, revision_id=1, views=3)
        MonthPage.objects.create(month=day.replace(day=1), page_id=1, views=3)

    count_once(NOON)
    count_once(NOON)

    assert [row.day for row in DayPage.objects.all()] == [kept]
    assert MonthPage.objects.count() == 2


def test_it_starts_only_where_it_is_asked_for(settings, monkeypatch):
    started = []
    monkeypatch.setattr(background, "keep_counting", lambda stop: started.append(timezone.now()))

    settings.COUNT_IN_BACKGROUND = False
    count_in_background()
    assert started == []

    settings.COUNT_IN_BACKGROUND = True
    count_in_background()
    assert len(started) == 1


class FakeConnection:
    closed = 0

    def close(self):
        self.closed += 1
