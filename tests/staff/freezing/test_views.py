"""The screens with which an account is shut, for whoever may change accounts and for nobody else."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail import hooks
from wagtail.models import ModelLogEntry, PageLogEntry

from campagne.content.models import ArticlePage
from campagne.staff.freezing import views
from campagne.staff.freezing.account import freeze
from campagne.staff.freezing.powers import HOOK, Power
from tests.conftest import PASSWORD, make_user
from tests.staff.freezing.conftest import written

SCREENS = ["freeze_account", "thaw_account"]
ACTS = ["freeze_now", "freeze_revoke", "freeze_put_back", "thaw_account"]
NEW = "een heel ander wachtwoord van nu"


def at(name: str, account) -> str:
    return reverse(name, args=[account.pk])


@pytest.mark.parametrize("role", ["regional_editor", "editor_of_stein", "reader"])
def test_who_may_not_change_accounts_sees_and_does_nothing(client, taken, request, role, home):
    reader = role == "reader"
    user = make_user("lezer", Group.objects.get(name="Lezer")) if reader else request.getfixturevalue(role)
    client.force_login(user)

    answers = [client.get(at(name, taken)) for name in SCREENS]
    answers += [client.post(at(name, taken), {"new_password1": NEW, "new_password2": NEW}) for name in ACTS]

    taken.refresh_from_db()
    assert {answer.status_code for answer in answers} == {403}
    assert not any("Smeets" in answer.content.decode() for answer in answers)
    assert taken.is_active
    assert taken.check_password(PASSWORD)


@pytest.mark.parametrize("name", [*SCREENS, *ACTS])
def test_who_did_not_log_in_is_sent_to_the_door(client, taken, name):
    ask = client.get if name in SCREENS else client.post

    answer = ask(at(name, taken))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/beheer/login/")


def test_from_shutting_to_opening_again(client, boss, taken, article, since, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 2)
    pages = [written(article(title), "Vals.", taken) for title in ("Eerste", "Tweede", "Derde")]
    client.force_login(boss)
    before = client.get(at("freeze_account", taken)).content.decode()
    assert "Bevries dit account" in before
    assert "Zet deze pagina’s terug" not in before

    client.post(at("freeze_now", taken))
    shut = client.get(at("freeze_account", taken)).content.decode()
    assert "Dit account is bevroren" in shut
    assert "Terugzetten: 3 pagina’s" in shut

    moment = since.isoformat()
    first = client.post(at("freeze_put_back", taken), {"sinds": moment, "na": "0"}, follow=True)
    assert "Teruggezet: 2. Nog te doen: 1." in first.content.decode()
    assert "Ga verder met terugzetten" in first.content.decode()
    client.post(at("freeze_put_back", taken), {"sinds": moment, "na": str(pages[1].pk)})
    assert {page.summary for page in ArticlePage.objects.filter(pk__in=[page.pk for page in pages])} == {"Zo was het."}
    assert ModelLogEntry.objects.filter(action="staff.put_back", user=boss).count() == 2

    refused = client.post(at("thaw_account", taken), {"new_password1": "kort", "new_password2": "kort"})
    assert refused.status_code == 422
    client.post(at("thaw_account", taken), {"new_password1": NEW, "new_password2": NEW})
    taken.refresh_from_db()
    assert taken.is_active
    assert taken.check_password(NEW)


def test_nothing_goes_back_while_the_account_is_open(client, boss, taken, article):
    page = written(article("Veilig bellen"), "Vals.", taken)
    client.force_login(boss)

    answer = client.post(at("freeze_put_back", taken), {"sinds": "2020-01-01"}, follow=True)

    assert "Bevries het account eerst" in answer.content.decode()
    assert ArticlePage.objects.get(pk=page.pk).summary == "Vals."


@pytest.mark.parametrize("who", ["oneself", "somebody with all rights"])
def test_a_refusal_is_told_on_the_screen_and_again_when_it_is_sent(client, boss, who):
    account = boss if who == "oneself" else make_user("chef", is_superuser=True)
    client.force_login(boss)

    screen = client.get(at("freeze_account", account)).content.decode()
    answers = [client.post(at(name, account)) for name in ("freeze_now", "thaw_account")]

    account.refresh_from_db()
    assert "Bevries dit account</button>" not in screen
    assert ("uw eigen account" if who == "oneself" else "alle rechten") in screen
    assert [answer.status_code for answer in answers] == [302, 302]
    assert account.is_active


def test_what_works_for_somebody_with_all_rights_is_ended_by_an_equal_alone(client, boss):
    chief, ended = make_user("chef", is_superuser=True), []
    freeze(chief, None)
    card = Power("kaart", "Kaart", "Groep 7", end=ended.append)

    with hooks.register_temporarily(HOOK, lambda account: [card]):
        client.force_login(boss)
        screen = client.get(at("freeze_account", chief)).content.decode()
        client.post(at("freeze_revoke", chief), {"macht": "kaart"})
        assert "Trek in wat is aangevinkt" not in screen
        assert ended == []

        client.force_login(make_user("tweede-chef", is_superuser=True))
        client.post(at("freeze_revoke", chief), {"macht": "kaart"})
        assert len(ended) == 1


@pytest.mark.parametrize("typed", ["gisteren", "2999-01-01", "2026-13-45T99:99", "x" * 500])
def test_a_moment_that_cannot_be_read_says_why_and_stays(client, boss, taken, typed):
    client.force_login(boss)

    screen = client.get(at("freeze_account", taken), {"sinds": typed, "p": "x", "na": "x"})

    assert screen.status_code == 200
    assert "aria-describedby" in screen.content.decode()
    assert "Terugzetten:" not in screen.content.decode()


def test_the_screen_of_an_account_offers_to_freeze_it(client, boss, taken):
    client.force_login(boss)

    assert at("freeze_account", taken) in client.get(f"/beheer/users/edit/{taken.pk}/").content.decode()
    assert "Bevries dit account" not in client.get(f"/beheer/users/edit/{boss.pk}/").content.decode()


def test_many_changes_come_a_screen_at_a_time_in_as_many_questions(
    client, boss, taken, article, django_assert_max_num_queries
):
    page = written(article("Veilig bellen"), "Vals.", taken)
    line = PageLogEntry.objects.get(page=page.pk, user=taken.pk)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=page, user=taken, content_type=line.content_type, action="wagtail.edit", timestamp=line.timestamp
        )
        for _ in range(60)
    )
    freeze(taken, None)
    client.force_login(boss)

    with django_assert_max_num_queries(60):
        screen = client.get(at("freeze_account", taken), {"sinds": "2020-01-01"}).content.decode()

    assert "Bladzijde 1 van" in screen
