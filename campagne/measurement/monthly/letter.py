"""The mail itself: what the sheets of last month say, in the same sentences, as text and as plain HTML."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from campagne.measurement.onepager.choosing import counted_since
from campagne.measurement.onepager.sheet import Asked, sheets_for
from campagne.measurement.onepager.whole_periods import last_month
from campagne.serving.models import Installation
from doelgroepen.models import Theme


@dataclass(frozen=True)
class Letter:
    """A mail before it has an address."""

    subject: str
    text: str
    html: str

    def to(self, address: str) -> EmailMultiAlternatives:
        """Address it; programs that read mail learn that no person wrote it, and where to stop it."""
        headers = {"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{stop_url()}>"}
        mail = EmailMultiAlternatives(self.subject, self.text, to=[address], headers=headers)
        mail.attach_alternative(self.html, "text/html")
        return mail


def letter_for(user: Any, today: date) -> Letter:
    """What this reader may see of the last month that is over."""
    month = last_month(today)
    sheets = sheets_for(Asked(user, month, None, today, counted_since()), Theme.objects.all())
    context = {
        "month": month,
        "sheets": sheets,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "is_demo": Installation.objects.is_demo(),
        "sheets_url": f"{settings.SITE_URL}{reverse('one_pager')}?periode={month.value}",
        "stop_url": stop_url(),
        "site_url": settings.SITE_URL,
    }
    text, html = (render_to_string(f"measurement/monthly/letter.{kind}", context) for kind in ("txt", "html"))
    return Letter(f"{settings.WAGTAIL_SITE_NAME}: de cijfers van {month.words}", text, html)


def stop_url() -> str:
    return f"{settings.SITE_URL}{reverse('monthly_mail')}"
