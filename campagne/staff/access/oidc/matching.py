"""Which account of ours belongs to somebody of a municipality, if they may have one at all."""

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser

from campagne.staff.access.oidc.claims import Claims, refusal_of_address
from campagne.staff.access.oidc.municipality import Municipality
from campagne.staff.access.oidc.protocol import Refused
from campagne.staff.access.oidc.refusals import Reason


def account_for(claims: Claims, municipality: Municipality, bound: AbstractBaseUser | None) -> AbstractBaseUser:
    """Find the account, by who was bound to it or else by address. Raises Refused.

    A municipality can make any mailbox in its domains. So it opens no account of another domain, also when that was
    once bound to it, and none with all rights: those reach further than one municipality.
    """
    account = bound or _account_with(claims, municipality)
    if not municipality.speaks_for(account.email):
        raise Refused(Reason.MOVED_AWAY)
    if not account.is_active:
        raise Refused(Reason.SWITCHED_OFF)
    if account.is_superuser:
        raise Refused(Reason.ALL_RIGHTS)
    return account


def _account_with(claims: Claims, municipality: Municipality) -> AbstractBaseUser:
    if reason := refusal_of_address(claims, municipality):
        raise Refused(reason)
    alike = get_user_model().objects.filter(email__iexact=claims.email)
    accounts = [account for account in alike if account.email.lower() == claims.email.lower()]
    if len(accounts) != 1:
        raise Refused(Reason.MORE_ACCOUNTS if accounts else Reason.NO_ACCOUNT)
    if SocialAccount.objects.filter(user=accounts[0], provider=municipality.id).exists():
        raise Refused(Reason.ANOTHER_PERSON)
    return accounts[0]
