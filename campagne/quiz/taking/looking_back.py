"""Looking back on a quiz: the overview, the end of a measuring, the result, and the way out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import Page

from campagne.quiz.questions.plan import Block
from campagne.quiz.taking import closing
from campagne.quiz.taking.comparing import comparisons_of
from campagne.quiz.taking.screen import SeeOther, frame, screen, url_onward
from campagne.quiz.taking.screens import overview_of, result_of
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.ticket import EXPIRED
from campagne.serving.intake.refusals import Refusal


@screen("GET", "HEAD")
def overview(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    sitting = Sitting.open(slug, signed, timezone.now())
    course = sitting.course
    waits = any(course.open_in(block) for block in course.measurings)
    onward_url = url_onward(sitting)
    context = {
        **frame(sitting),
        "before_url": onward_url or sitting.url("question", course.total),
        "rows": overview_of(sitting),
        "has_begun": sitting.attempt is not None,
        "can_finish": sitting.attempt is not None and not waits,
        "onward_url": "" if course.is_simple else onward_url,
        "finish_url": sitting.url("finish"),
    }
    return TemplateResponse(request, "quiz/overview.html", context)


@screen("GET", "HEAD")
def measured_before(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    """What was answered before the lesson, to look at once more; going on closes it."""
    sitting = Sitting.open(slug, signed, timezone.now())
    if not sitting.course.in_block(Block.MEASURE_PRE):
        return SeeOther(sitting.url("overview"))
    return TemplateResponse(request, "quiz/measured.html", _measured(sitting, Block.MEASURE_PRE))


@screen("GET", "HEAD", "POST")
def measured_after(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    """What was answered after the lesson, to look at once more; then, once it is closed, what was right."""
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    if not sitting.course.in_block(Block.MEASURE_POST):
        return SeeOther(sitting.url("overview"))
    if request.method == "POST":
        closing.close_measuring(sitting, at)
        return SeeOther(sitting.url("measured_after"))
    context = _measured(sitting, Block.MEASURE_POST)
    if not closing.show_comparison(sitting, at):
        return TemplateResponse(request, "quiz/measured.html", context)
    context |= {"comparisons": comparisons_of(sitting), "finish_url": sitting.url("finish")}
    return TemplateResponse(request, "quiz/comparison.html", context)


def _measured(sitting: Sitting, block: Block) -> dict[str, Any]:
    """The questions of a measuring, the one that is still open, and what comes after it."""
    asked, waiting = sitting.course.in_block(block), sitting.course.open_in(block)
    following = sitting.course.place(asked[-1].number + 1)
    return {
        **frame(sitting),
        "is_before": block is Block.MEASURE_PRE,
        "rows": overview_of(sitting, asked),
        "close_url": sitting.url("measured_after"),
        "before_url": sitting.url("question", asked[-1].number),
        "waiting_url": sitting.url("question", waiting.number) if waiting else "",
        "after_url": sitting.url("question", following.number) if following else "",
    }


@screen("GET", "HEAD", "POST")
def finish(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    if request.method == "POST":
        has_ended = closing.finish(sitting, at)
        return SeeOther(sitting.url("finish" if has_ended else "overview"))
    if sitting.attempt is None or sitting.attempt.finished_at is None:
        return SeeOther(sitting.url("overview"))
    has_measured = Block.MEASURE_POST in sitting.course.measurings
    context = {
        **frame(sitting),
        "before_url": sitting.url("overview"),
        "result": result_of(sitting, sitting.attempt),
        "comparison_url": sitting.url("measured_after") if has_measured else "",
        "channels": sitting.quiz_version.quiz.channels.all(),
        "page": _page(sitting),
    }
    return TemplateResponse(request, "quiz/result.html", context)


@screen("GET", "HEAD", "POST")
def stop(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    """Ask whether to stop and what is to become of the answers; throw them away if that is what is asked."""
    try:
        sitting = Sitting.open(slug, signed, timezone.now())
    except Refusal as refusal:
        raise (closing.TOO_LATE if refusal is EXPIRED else refusal) from refusal
    if request.method == "POST":
        closing.throw_away(sitting.ticket)
        return SeeOther(sitting.url("stop"))
    context = {
        **frame(sitting),
        "has_begun": sitting.attempt is not None,
        "onward_url": url_onward(sitting) or sitting.url("overview"),
        "page": _page(sitting),
    }
    return TemplateResponse(request, "quiz/stop.html", context)


def _page(sitting: Sitting) -> Page | None:
    """The page the quiz was started on, if it can still be read."""
    page_id = sitting.ticket.page_id
    return Page.objects.live().public().filter(pk=page_id).first() if page_id else None
