"""Whether this site can send mail."""

from django.conf import settings


def is_mail_set_up() -> bool:
    """Whether mail leaves this machine; without EMAIL_HOST it would only be printed."""
    return not settings.EMAIL_BACKEND.endswith("console.EmailBackend")
