"""What a page needs to start a quiz."""

from django import template
from wagtail.models import Page

from campagne.quiz.questions.quiz import QuizVersion
from campagne.quiz.taking.easy_offer import easy_offer
from campagne.quiz.taking.ticket import sign_page

register = template.Library()


@register.simple_tag
def start_fields(page: Page | None) -> list[tuple[str, str]]:
    """Give the fields to send along when a quiz starts on this page; none without a saved page."""
    return [("page", sign_page(page.pk))] if getattr(page, "pk", None) else []


@register.simple_tag
def offer_of(version: QuizVersion | None) -> str:
    """What the second button says; empty where the quiz has no easy words, or no version yet."""
    return easy_offer(version) if version else ""
