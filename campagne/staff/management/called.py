"""The account that a command is about."""

from django.core.management.base import CommandError

from campagne.staff.models import User


def account_called(username: str) -> User:
    """Find it as the login does, in capitals or not; of two that differ in that alone, the one written so.

    Raises CommandError, with what to do, when nobody logs in with that name.
    """
    alike = User.objects.filter(username__iexact=username.strip())
    account = alike.filter(username=username.strip()).first() or alike.first()
    if account is None:
        raise CommandError(
            f"Er is geen account {username!r}. Verwacht: de naam waarmee iemand inlogt. "
            "Kijk in het beheer bij Instellingen, Gebruikers."
        )
    return account
