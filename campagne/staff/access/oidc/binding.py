"""The binding of an account to whoever has it at a municipality."""

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.base_user import AbstractBaseUser

from campagne.staff import audit


def unbind(account: AbstractBaseUser, *, by: AbstractBaseUser | None) -> bool:
    """Let go of it, so that the next who logs in there with its address is bound; say whether it was bound at all.

    `by` is None on a command line.
    """
    is_bound = SocialAccount.objects.filter(user_id=account.pk).delete()[0] > 0
    if is_bound:
        audit.record(account, "unbound", by=by)
    return is_bound
