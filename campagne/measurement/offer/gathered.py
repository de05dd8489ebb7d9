"""What is live, read from the database in a fixed number of questions, however many pages there are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType

from campagne.contacts.models import ReportChannel
from campagne.content.models import ContentPage, PageTargetGroup, QuizPage
from campagne.content.places import READING_KINDS
from campagne.measurement.offer.matrix import Label, Offer, Piece
from campagne.measurement.offer.review import CONTACTS, lifespan_about, review_of
from campagne.quiz.models import Quiz
from doelgroepen.models import Municipality, TargetGroup, Theme

FIELDS = (
    *("pk", "title", "content_type_id", "theme_id", "theme__slug", "municipality_id", "reviewed_on"),
    *("instructionpage__verified_on", "instructionpage__verify_before"),
    *("quizpage__quiz_id", "modulepage__quiz_id", "campaignpage__quiz_id"),
)


def gather(day: date) -> Offer:
    """The whole offer as it stands on `day`."""
    return Offer(
        pieces=tuple(_pages(day)),
        contacts=tuple(_contacts(day)),
        themes=tuple(Label(theme.pk, theme.name, theme.slug) for theme in Theme.objects.all()),
        groups=tuple(
            Label(group.pk, group.name, group.slug, group.municipality_id, group.is_red_thread)
            for group in TargetGroup.objects.all()
        ),
        places=tuple(Label(place.pk, place.name, place.slug) for place in Municipality.objects.all()),
    )


def _pages(day: date) -> Iterator[Piece]:
    """Every live page that is there to read or to answer; a page of the report guide is reached another way."""
    kinds = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*READING_KINDS).items()}
    groups = defaultdict(set)
    for page, group in PageTargetGroup.objects.values_list("content_object_id", "tag_id"):
        groups[page].add(group)
    asked = set(Quiz.objects.filter(versions__isnull=False).values_list("pk", flat=True))
    live = ContentPage.objects.live().filter(content_type__in=kinds).order_by("path")
    for row in live.values(*FIELDS):
        yield _page(row, kinds[row["content_type_id"]], frozenset(groups[row["pk"]]), asked, day)


def _page(row: dict[str, Any], kind: type[ContentPage], groups: frozenset[int], asked: set[int], day: date) -> Piece:
    lifespan = lifespan_about(row["theme__slug"] or "")
    looked = [seen for seen in (row["reviewed_on"], row["instructionpage__verified_on"]) if seen]
    reviewed_on = max(looked, default=None)
    quizzes = (row[f"{name}__quiz_id"] for name in ("quizpage", "modulepage", "campaignpage"))
    return Piece(
        pk=row["pk"],
        title=row["title"],
        kind=str(kind._meta.verbose_name),
        theme=row["theme_id"],
        groups=groups,
        municipality=row["municipality_id"],
        reviewed_on=reviewed_on,
        review=review_of(reviewed_on, lifespan, day, again_before=row["instructionpage__verify_before"]),
        lifespan=lifespan,
        quiz=next((quiz for quiz in quizzes if quiz in asked), None),
        is_page=kind is not QuizPage,
    )


def _contacts(day: date) -> Iterator[Piece]:
    for contact in ReportChannel.objects.all():
        yield Piece(
            pk=contact.pk,
            title=contact.name,
            kind=str(ReportChannel._meta.verbose_name),
            theme=None,
            groups=frozenset(),
            municipality=contact.municipality_id,
            reviewed_on=contact.checked_on,
            review=review_of(contact.checked_on, CONTACTS, day),
            lifespan=CONTACTS,
            is_page=False,
            is_contact=True,
        )
