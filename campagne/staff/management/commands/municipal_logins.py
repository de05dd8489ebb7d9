"""Say what the IT of each municipality needs to know of us, and whether its login answers as it was told."""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from requests import RequestException

from campagne.staff.access.oidc.protocol import Conversation


class Command(BaseCommand):
    help = "Toont per gemeente uit OIDC het adres om op te geven (redirect URI), en kijkt of haar inlog antwoordt."

    def handle(self, **options: object) -> None:
        if not settings.OIDC:
            self.stdout.write("OIDC is leeg: niemand logt in met een account van een gemeente. Zie .env.example.")
        silent = [each.name for each in settings.OIDC if not self._answers(Conversation(None, each.id), each.name)]
        if silent:
            raise CommandError(f"Dit werkt nog niet: {', '.join(silent)}.")

    def _answers(self, conversation: Conversation, name: str) -> bool:
        self.stdout.write(f"{name}\n  redirect URI: {conversation.get_callback_url()}")
        try:
            self.stdout.write(f"  antwoordt, als {conversation.openid_config['issuer']}")
        except (OAuth2Error, RequestException) as error:
            self.stdout.write(f"  antwoordt niet goed: {error}")
            return False
        return True
