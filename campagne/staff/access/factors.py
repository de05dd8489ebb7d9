"""Second factors as django-allauth keeps them: their secrets encrypted, their names in Dutch, their QR code ours."""

import logging
from base64 import urlsafe_b64encode
from functools import cache
from hashlib import blake2b

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

logger = logging.getLogger(__name__)
NAMES = {0: "Passkey", 1: "Reserve-passkey"}


class SecondFactors(DefaultMFAAdapter):
    """What is stored of a factor is of no use without SECRET_KEY, so a copy of the database lets nobody in."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Deze code klopt niet, of is al gebruikt. Kijk naar de code die er nu staat en vul die in.",
        "cannot_delete_authenticator": "U kunt deze tweede stap niet weghalen.",
        "cannot_generate_recovery_codes": "Maak eerst een tweede stap; daarna krijgt u herstelcodes.",
    }

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        return segno.make(url).svg_inline(border=2, light="#fff", omitsize=True)

    def encrypt(self, text: str) -> str:
        return _lock(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret; one that was written with another SECRET_KEY lets nobody in, and the log says what to do."""
        try:
            return _lock(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error(
                "Een tweede stap is bewaard met een andere SECRET_KEY, dus de code klopt niet. Zet de oude sleutel "
                "terug, of draai manage.py reset_second_factor NAAM voor ieder die niet binnenkomt."
            )
            return generate_totp_secret()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return NAMES.get(held, f"Passkey {held + 1}")


@cache
def _lock(secret: str) -> Fernet:
    return Fernet(urlsafe_b64encode(blake2b(secret.encode(), digest_size=32, person=b"second factor").digest()))
