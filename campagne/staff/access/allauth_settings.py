"""What django-allauth is told, in one table; it asks here instead of in the settings (ALLAUTH_SETTING_GETTER)."""

from datetime import timedelta
from typing import Any

from django.conf import settings

SECONDS_REAUTHENTICATED = int(timedelta(minutes=15).total_seconds())
TOLD: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "campagne.staff.access.account.StaffAccount",
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_FORMS": {"login": "campagne.staff.access.login.LoginForm"},
    "ACCOUNT_LOGIN_METHODS": {"username"},
    # What is guessed is counted in lockout; what one sender sends, in serving/intake/rate.py. Both know no address.
    "ACCOUNT_RATE_LIMITS": False,
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": SECONDS_REAUTHENTICATED,
    # A browser session ends with the browser; its ages stand in the settings.
    "ACCOUNT_SESSION_REMEMBER": False,
    "MFA_ADAPTER": "campagne.staff.access.factors.SecondFactors",
    # An address is given by an administrator and never confirmed by a mail.
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_FORMS": {
        "add_webauthn": "campagne.staff.access.passkeys.NewPasskeyForm",
        "authenticate": "campagne.staff.access.codes.CodeForm",
        "authenticate_webauthn": "campagne.staff.access.passkeys.PasskeyForm",
        "login_webauthn": "campagne.staff.access.passkeys.PasskeyLoginForm",
        "reauthenticate": "campagne.staff.access.codes.CodeAgainForm",
        "reauthenticate_webauthn": "campagne.staff.access.passkeys.PasskeyAgainForm",
    },
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_RATE_LIMITS": False,
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    # A phone whose clock is half a minute wrong is let in.
    "MFA_TOTP_TOLERANCE": 1,
    "SOCIALACCOUNT_ADAPTER": "campagne.staff.access.oidc.arrival.MunicipalAccounts",
    "SOCIALACCOUNT_REQUESTS_TIMEOUT": 4,
    "SOCIALACCOUNT_STORE_TOKENS": False,
}


def told(name: str, default: Any) -> Any:
    """Answer one question of django-allauth: from the settings of this installation, our table, or its own default."""
    if name == "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN":
        return not settings.BEHIND_TLS
    if name == "ALLAUTH_TRUSTED_PROXY_COUNT":
        return settings.PROXIES
    return getattr(settings, name, TOLD.get(name, default))
