"""A phone with an app that gives codes: it knows a secret and what time it is, as RFC 6238 says."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

SECONDS_A_CODE_LASTS = 30


def code_of(secret: str, *, later: int = 0) -> str:
    """The code that stands on the phone, `later` codes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // SECONDS_A_CODE_LASTS + later))
