"""The account that a command is about."""

from django.core.management.base import CommandError

from campagne.staff.models import User


def account_called(username: str) -> User:
    """Raises CommandError, with what to do, when nobody logs in with that name."""
    account = User.objects.filter(username=username).first()
    if account is None:
        raise CommandError(
            f"Er is geen account {username!r}. Verwacht: de naam waarmee iemand inlogt. "
            "Kijk in het beheer bij Instellingen, Gebruikers."
        )
    return account
