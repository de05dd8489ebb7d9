"""What guessing does at the door: to who guesses, to the owner, to colleagues behind the same address."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from campagne.staff.access.lockout.guesses import Guesses
from campagne.staff.access.lockout.rule import MOST_TRIES, SPAN
from tests.conftest import PASSWORD, make_user
from tests.staff.access.phone import code_of

pytestmark = pytest.mark.django_db
LIBRARY = "203.0.113.9"
LOCKED = "te vaak een verkeerd"


def log_in(client: Client, name: str, password: str = PASSWORD):
    return client.post(reverse("account_login"), {"username": name, "password": password}, REMOTE_ADDR=LIBRARY)


def show(client: Client, code: str):
    return client.post(reverse("mfa_authenticate"), {"code": code}, REMOTE_ADDR=LIBRARY)


def guess(name: str, times: int = MOST_TRIES) -> str:
    """Guess at a password from elsewhere; give the page after one try more."""
    stranger = Client()
    for _ in range(times + 1):
        page = log_in(stranger, name, "welkom123")
    return page.content.decode()


def is_in(client: Client) -> bool:
    return client.get("/beheer/").status_code == 200


def with_an_app(person):
    """Give somebody an app with a secret of its own: a code that was used is refused for a while."""
    person.secret = generate_totp_secret()
    TOTP.activate(person, person.secret)
    return person


@pytest.fixture
def owner(editor_of_stein):
    """Somebody with an app, a mailbox, and a laptop on which they came in before."""
    editor_of_stein.email = "eigenaar@stein.nl"
    editor_of_stein.save()
    return with_an_app(editor_of_stein)


@pytest.fixture
def laptop(owner) -> Client:
    client = Client()
    log_in(client, owner.username)
    show(client, code_of(owner.secret))
    client.post("/beheer/logout/")
    return client


def test_who_guesses_is_stopped_and_the_owner_walks_in_on_their_own_laptop(owner, laptop):
    assert LOCKED in guess(owner.username)
    assert LOCKED in log_in(Client(), owner.username).content.decode()

    log_in(laptop, owner.username)
    show(laptop, code_of(owner.secret, later=1))

    assert is_in(laptop)


def test_a_lock_says_the_same_of_a_name_that_is_no_account_and_asks_no_password(owner):
    of_this_time = re.compile(r'value="[^"]*"|"CSRF_TOKEN": "\w+"|\d\d:\d\d')
    said = [of_this_time.sub("", guess(name)) for name in (owner.username, "bestaat-niet")]

    assert said[0] == said[1]
    assert "Zo komt u eerder binnen" in said[0]
    assert ModelLogEntry.objects.filter(action="staff.locked").count() == 1


def test_capitals_and_spaces_give_no_more_guesses(owner):
    guess(owner.username.upper())

    assert LOCKED in log_in(Client(), f" {owner.username} ").content.decode()


def test_the_right_password_after_the_lock_is_the_end_of_it(owner):
    guess(owner.username)
    Guesses.objects.update(last_at=Guesses.objects.get().last_at - SPAN)

    assert log_in(Client(), owner.username).url == reverse("mfa_authenticate")
    assert not Guesses.objects.exists()


def test_a_known_laptop_is_no_place_to_guess_either_and_locks_nobody_else(owner, laptop):
    for _ in range(MOST_TRIES):
        log_in(laptop, owner.username, "welkom123")

    assert LOCKED in log_in(laptop, owner.username).content.decode()
    assert log_in(Client(), owner.username).url == reverse("mfa_authenticate")


def test_a_colleague_on_the_same_computer_is_known_there_as_well(owner, laptop):
    colleague = make_user("collega", is_superuser=True)
    log_in(laptop, colleague.username)
    laptop.post("/beheer/logout/")
    guess(owner.username)
    guess(colleague.username)

    log_in(laptop, colleague.username)
    assert is_in(laptop)
    laptop.post("/beheer/logout/")
    assert log_in(laptop, owner.username).url == reverse("mfa_authenticate")


def test_codes_are_guessed_ten_times_and_its_owner_hears_of_it(owner, laptop, settings):
    settings.EMAIL_HOST = "mail.example"
    thief = Client()
    for _ in range(MOST_TRIES):
        log_in(thief, owner.username)
        show(thief, "000000")

    refused = show(thief, code_of(owner.secret, later=1)).content.decode()

    assert "te vaak een verkeerde code" in refused
    assert not is_in(thief)
    assert ModelLogEntry.objects.filter(action="staff.code_locked").count() == 1
    assert [letter.subject for letter in mail.outbox] == ["Iemand kent misschien uw wachtwoord"]
    log_in(laptop, owner.username)
    show(laptop, code_of(owner.secret, later=1))
    assert is_in(laptop)


def test_who_does_not_know_the_password_never_locks_the_codes(owner):
    guess(owner.username)
    show(Client(), "000000")

    assert set(Guesses.objects.values_list("secret", flat=True)) == {"password"}


def test_thirty_people_of_a_library_come_in_with_a_mistake_at_both_steps(home):
    people = [with_an_app(make_user(f"collega-{number}", is_superuser=True)) for number in range(30)]
    browsers = [Client() for _ in people]

    for browser, person in zip(browsers, people, strict=True):
        log_in(browser, person.username, "verkeerd")
        log_in(browser, person.username)
        show(browser, "000000")
        show(browser, code_of(person.secret))

    assert all(SESSION_KEY in browser.session for browser in browsers)


def test_the_cookie_of_a_known_browser_is_for_the_admin_alone_and_names_nobody(owner, laptop, settings):
    cookie = laptop.cookies["device"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/beheer/", True, "Lax")
    assert int(cookie["max-age"]) == timedelta(days=180).total_seconds()
    assert owner.username not in cookie.value
    assert str(owner.pk) != cookie.value


def test_a_cookie_that_somebody_made_is_none(owner, laptop):
    forger = Client()
    forger.cookies["device"] = laptop.cookies["device"].value[:-2] + "aa"
    guess(owner.username)

    assert LOCKED in log_in(forger, owner.username).content.decode()


def choose_a_new_password(client: Client, owner) -> None:
    client.post("/beheer/password_reset/", {"email": owner.email})
    link = re.search(r"/beheer/password_reset/confirm/\S+", mail.outbox[-1].body)[0]
    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"new_password1": PASSWORD * 2, "new_password2": PASSWORD * 2})


def test_a_new_password_by_mail_opens_a_locked_door_in_that_browser(owner, client):
    guess(owner.username)
    choose_a_new_password(client, owner)

    assert log_in(client, owner.username, PASSWORD * 2).url == reverse("mfa_authenticate")


def test_who_reads_the_mail_gets_no_new_tries_at_a_code(owner):
    stranger, with_the_mail = Client(), Client()
    log_in(stranger, owner.username)
    for number in range(MOST_TRIES):
        show(stranger, f"{number:06}")

    choose_a_new_password(with_the_mail, owner)
    log_in(with_the_mail, owner.username, PASSWORD * 2)

    assert LOCKED in show(with_the_mail, "123456").content.decode()


def test_an_administrator_takes_a_lock_off(owner, capsys):
    guess(owner.username)

    call_command("unlock", owner.username)
    call_command("unlock", owner.username)

    assert log_in(Client(), owner.username).url == reverse("mfa_authenticate")
    told = capsys.readouterr().out.splitlines()
    assert "kan weer overal inloggen" in told[0]
    assert "had geen slot" in told[1]
    assert ModelLogEntry.objects.filter(action="staff.unlocked").count() == 1


@pytest.mark.parametrize("typed", ["Redacteur-Stein", " REDACTEUR-STEIN "])
def test_a_lock_comes_off_however_the_name_is_written(owner, typed):
    guess(typed)

    call_command("unlock", typed)

    assert log_in(Client(), owner.username).url == reverse("mfa_authenticate")


def test_a_new_password_from_an_administrator_takes_the_lock_off(owner, home):
    boss, at_work = make_user("baas", Group.objects.get(name="Beheerder")), Client()
    guess(owner.username)
    at_work.force_login(boss)
    address = reverse("wagtailusers_users:edit", args=[owner.pk])
    fields = {"username": owner.username, "email": owner.email, "first_name": "Cor", "last_name": "Thijs"}
    roles = {"groups": [group.pk for group in owner.groups.all()], "is_active": "on"}

    at_work.post(address, fields | roles)
    assert LOCKED in log_in(Client(), owner.username).content.decode()
    at_work.post(address, fields | roles | {"password1": PASSWORD * 2, "password2": PASSWORD * 2})

    assert log_in(Client(), owner.username, PASSWORD * 2).url == reverse("mfa_authenticate")
    line = ModelLogEntry.objects.get(action="staff.unlocked")
    assert (line.object_id, line.user) == (str(owner.pk), boss)


def test_who_is_locked_out_reads_what_an_administrator_can_do(owner):
    page = guess(owner.username)

    assert "Bel uw beheerder. Die kan een nieuw wachtwoord voor u instellen. Dan is het slot ook weg." in page


def test_a_name_that_is_no_account_cannot_be_unlocked(db):
    with pytest.raises(CommandError, match="geen account 'jan'"):
        call_command("unlock", "jan")
