"""Wiping a second factor: for whoever lost the phone and the recovery codes as well."""

from functools import partial

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from campagne.staff import audit
from campagne.staff.browser_sessions import end_sessions
from campagne.staff.roles import KEEPS_ACCOUNTS


@transaction.atomic
def reset_second_factor(account: AbstractBaseUser, *, by: AbstractBaseUser | None) -> int:
    """Forget every factor and recovery code of an account, and end its sessions; give how many there were.

    The password stays what it was, and the owner hears of it by mail. Whoever must have a second factor makes a new
    one at the next login. Without any nothing changes. `by` is None on a command line.
    """
    forgotten, _ = Authenticator.objects.filter(user_id=account.pk).delete()
    if forgotten:
        end_sessions(account)
        audit.record(account, "factor_reset", by=by)
        # A mail server that is slow holds no transaction.
        transaction.on_commit(partial(get_adapter().send_notification_mail, "mfa/email/factor_reset", account))
    return forgotten


def may_reset(person: AbstractBaseUser, account: AbstractBaseUser) -> bool:
    """Whoever manages accounts, for another; of somebody who may do everything, only an equal."""
    if person.pk == account.pk or not person.has_perm(KEEPS_ACCOUNTS):
        return False
    return person.is_superuser or not account.is_superuser
