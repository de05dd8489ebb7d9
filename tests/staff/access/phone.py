"""A phone with an app that gives codes: it knows a secret and what time it is, as RFC 6238 says."""

import hmac
import time
from base64 import b32decode

SECONDS_A_CODE_LASTS = 30


def code_of(secret: str, *, later: int = 0) -> str:
    """The code that stands on the phone, `later` codes from now."""
    moment = int(time.time()) // SECONDS_A_CODE_LASTS + later
    digest = hmac.digest(b32decode(secret), moment.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0xF
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"
