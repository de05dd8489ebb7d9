"""An account that is frozen lets nobody in, and nobody freezes what they may not."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, ModelLogEntry, Workflow, WorkflowTask

from campagne.staff.freezing.account import ABOVE, IN_USE, LAST, ONESELF, MayNot, freeze, is_frozen, thaw
from tests.conftest import PASSWORD, make_user
from tests.staff.freezing.conftest import written

NEW = "een heel ander wachtwoord van nu"


def test_a_frozen_account_is_out_everywhere_and_stays_out(taken, boss):
    browser = Client()
    browser.force_login(taken)
    link = default_token_generator.make_token(taken)

    shut = freeze(taken, boss)
    taken.refresh_from_db()

    assert shut.sessions == 1
    assert browser.get("/beheer/account/").status_code == 302
    assert not Client().login(username="overgenomen", password=PASSWORD)
    assert not default_token_generator.check_token(taken, link)
    assert is_frozen(taken)
    assert freeze(taken, boss).sessions == 0
    assert ModelLogEntry.objects.get(action="staff.freeze").user == boss


def test_what_it_planned_or_handed_in_is_stopped_and_its_draft_stays(taken, boss, article):
    page = article("Veilig bellen")
    planned = page.get_latest_revision_as_object()
    planned.summary, planned.go_live_at = "Later vals.", timezone.now() + timedelta(days=1)
    version = planned.save_revision(user=taken)
    version.publish(user=taken)

    shut = freeze(taken, boss)

    version.refresh_from_db()
    assert shut.plans == ("Veilig bellen (gepland)",)
    assert version.approved_go_live_at is None
    assert version.as_object().summary == "Later vals."


def test_it_opens_again_with_a_new_password_alone(taken, boss):
    freeze(taken, boss)

    thaw(taken, NEW, boss)

    assert not Client().login(username="overgenomen", password=PASSWORD)
    taken.refresh_from_db()
    assert taken.is_active
    assert taken.check_password(NEW)
    assert ModelLogEntry.objects.filter(action="staff.thaw", user=boss).exists()


def test_nothing_else_than_the_new_password_lets_anybody_in_again(taken, boss):
    for kind in (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user=taken, type=kind, data={})
    SocialAccount.objects.create(user=taken, provider="beek", uid="iemand-anders")
    freeze(taken, boss)

    thaw(taken, NEW, boss)

    assert not Authenticator.objects.filter(user=taken).exists()
    assert not SocialAccount.objects.filter(user=taken).exists()
    told = ModelLogEntry.objects.filter(action__in=["staff.factor_reset", "staff.unbound"])
    assert sorted((line.action, line.user) for line in told) == [("staff.factor_reset", boss), ("staff.unbound", boss)]


def test_an_account_in_use_keeps_its_password(taken, boss):
    with pytest.raises(MayNot, match=IN_USE):
        thaw(taken, NEW, boss)

    taken.refresh_from_db()
    assert taken.check_password(PASSWORD)


@pytest.mark.parametrize("change", [freeze, lambda account, by: thaw(account, NEW, by)], ids=["freeze", "thaw"])
def test_nobody_freezes_themselves_or_somebody_with_all_rights(boss, change):
    chief = make_user("chef", is_superuser=True)

    with pytest.raises(MayNot, match=ONESELF):
        change(boss, boss)
    with pytest.raises(MayNot, match=ABOVE):
        change(chief, boss)

    chief.refresh_from_db()
    assert chief.is_active
    assert chief.check_password(PASSWORD)


def test_the_last_who_can_manage_accounts_stays_unless_the_server_says_so(boss, taken):
    chief = make_user("chef", is_superuser=True)
    freeze(chief, None)

    with pytest.raises(MayNot, match=LAST):
        freeze(boss, chief)

    freeze(taken, boss)
    freeze(boss, None)
    boss.refresh_from_db()
    assert is_frozen(boss)


def test_a_draft_handed_in_to_be_looked_over_is_taken_back(taken, boss, article):
    page = written(article("Veilig bellen"), "Vals.", taken, publish=False)
    workflow = Workflow.objects.create(name="Meelezen")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Lezen"), sort_order=1)
    workflow.start(page, taken)

    shut = freeze(taken, boss)

    assert shut.plans == ("Veilig bellen (ter beoordeling)",)
    assert page.current_workflow_state is None
