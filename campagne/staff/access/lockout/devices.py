"""Which browser came in before for which account: a signed cookie, for the admin alone, that names nobody.

Source: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
"""

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from campagne.staff.access.lockout.guesses import Secret

KNOWN_FOR = timedelta(days=180)
MOST_ACCOUNTS = 20
"""Colleagues who share one computer; the one who came in longest ago falls off."""
SALT = "campagne.staff.device"


def cookie_name() -> str:
    return f"{'__Secure-' if settings.BEHIND_TLS else ''}device"


def sealed(purpose: str, text: str) -> str:
    """32 signs that say nothing to whoever lacks SECRET_KEY."""
    return salted_hmac(f"{SALT}.{purpose}", text, algorithm="sha256").hexdigest()[:32]


def as_counted(username: str) -> str:
    """An account as the counts and the cookie know it; one count for every way to write its name."""
    return sealed("account", username.strip().lower())


def by_mail(account: str) -> str:
    """An account of which somebody in this browser read the mail, and so far showed nothing more."""
    return sealed("mail", account)


def known_device(request: HttpRequest, account: str, secret: str) -> str:
    """What this browser is called in the counts of this account; empty when nobody came in for it here.

    Whoever reads the mail of an account may set its password, so for them only passwords have a count of their own:
    else each new password would open ten more tries at a code.
    """
    nonce, accounts = _read(request)
    is_known = account in accounts or (secret == Secret.PASSWORD and by_mail(account) in accounts)
    return sealed("device", f"{account} {nonce}") if is_known else ""


def remember(request: HttpRequest, response: HttpResponseBase, account: str) -> None:
    """Give the browser its cookie: somebody just showed here that the account is theirs."""
    nonce, accounts = _read(request)
    others = [each for each in accounts if each != account]
    response.set_cookie(
        cookie_name(),
        signing.dumps([nonce or secrets.token_hex(16), [account, *others][:MOST_ACCOUNTS]], salt=SALT),
        max_age=KNOWN_FOR,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def _read(request: HttpRequest) -> tuple[str, list[Any]]:
    """The nonce of this browser and the accounts it is known for; a cookie that was tampered with is none."""
    try:
        nonce, accounts = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return "", []
    return nonce, accounts
