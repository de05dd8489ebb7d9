"""Was this of use? One tap, then perhaps a reason from a list; without script, account or anything that says who.

The form stands on a stored page, so it carries nothing of the visitor: pressing twice before the
thanks appear counts twice. The reason hangs on a random number made at the tap, and counts once.
"""

from secrets import token_hex
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from campagne.content.module import ModulePage
from campagne.measurement.bots import is_program
from campagne.measurement.counters import Act, Reason
from campagne.measurement.inbox import Kind
from campagne.measurement.rejections import reject
from campagne.measurement.stamp import is_ours, still_counts
from campagne.measurement.writer import Arrival, Busy, inbox_writer
from campagne.report_guide.models import IncidentTypePage
from campagne.serving.database.outage import out_of_order
from campagne.serving.intake import refusals

ANSWERS = ("yes", "no")
REASONS = {
    "te_moeilijk": "De tekst is te moeilijk",
    "te_lang": "De tekst is te lang",
    "niet_gezocht": "Dit is niet wat ik zocht",
    "klopt_niet": "Er klopt iets niet",
    "wat_nu": "Ik weet nog niet wat ik moet doen",
    "anders": "Iets anders",
}
TRAP = "email"
SECONDS_TO_GIVE_A_REASON = 24 * 60 * 60
_signer = signing.TimestampSigner(salt="campagne.measurement.useful")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Take yes or no about a page, and go on to the thanks."""
    try:
        page_id, revision_id, step = (int(request.POST[name]) for name in ("page", "revision", "step"))
        is_known = is_ours(request.POST.get("stamp", ""), page_id, revision_id, step)
    except (KeyError, ValueError):
        return refusals.refuse(request, refusals.BROKEN)
    told = request.POST.get("useful")
    if not is_known or told not in ANSWERS:
        return refusals.refuse(request, refusals.BROKEN)
    if not still_counts(page_id, revision_id, timezone.now()):
        return refusals.refuse(request, refusals.NO_LONGER_THERE)
    view = {"page": page_id, "revision": revision_id, "step": step, "answer": told, "once": token_hex(12)}
    if not _counted(request, view, Act.USEFUL, told):
        return out_of_order()
    return HttpResponseRedirect(reverse("useful-thanks", args=[_signer.sign_object(view)]), status=303)


@require_safe
@never_cache
def thanks(request: HttpRequest, signed: str, is_done: bool = False) -> HttpResponse:
    """Say thanks, ask after a "no" what was wrong, and lead back to the page."""
    view = _read(signed)
    if isinstance(view, refusals.Refusal):
        return refusals.refuse(request, view)
    asks = view["answer"] == "no" and not is_done
    context = {"back_url": back_url(view["page"], view["step"]), "reasons": REASONS if asks else {}, "signed": signed}
    return TemplateResponse(request, "measurement/useful_thanks.html", context)


@require_POST
def reason(request: HttpRequest, signed: str) -> HttpResponse:
    """Take the reason; the same view's second reason is not counted."""
    view, told = _read(signed), request.POST.get("reason", "")
    if isinstance(view, refusals.Refusal):
        return refusals.refuse(request, view)
    if told not in REASONS:
        return refusals.refuse(request, refusals.BROKEN)
    if not _counted(request, view, Act.REASON, told):
        return out_of_order()
    return HttpResponseRedirect(reverse("useful-done", args=[signed]), status=303)


def back_url(page_id: int, step: int) -> str:
    """The address of the page, or of its step; the front page when it is gone."""
    page = Page.objects.live().filter(pk=page_id).first()
    if page is None:
        return "/"
    kind = page.specific if step else None
    if isinstance(kind, IncidentTypePage):
        return kind.url_of(step)
    lesson = kind.lesson() if isinstance(kind, ModulePage) else []
    return lesson[step - 1].url if 0 < step <= len(lesson) else page.url or "/"


def _read(signed: str) -> dict[str, Any] | refusals.Refusal:
    """Read what we signed; too old is gone, and what we never made was never there."""
    try:
        return _signer.unsign_object(signed, max_age=SECONDS_TO_GIVE_A_REASON)
    except signing.SignatureExpired:
        return refusals.NO_LONGER_THERE
    except signing.BadSignature:
        return refusals.NOT_FOUND


def _counted(request: HttpRequest, view: dict[str, Any], act: Act, subject: str) -> bool:
    """Store it, or count why not; False only when there is no room now, so that the visitor can try again."""
    at = timezone.now()
    if request.POST.get(TRAP) or is_program(request.headers, is_secure=request.is_secure()):
        reject(Reason.BOT, timezone.localdate(at))
        return True
    arrival = Arrival(
        once=f"{view['once']}|{act.value}",
        kind=Kind.ACT.value,
        day=timezone.localdate(at),
        page_id=view["page"],
        revision_id=view["revision"],
        step=view["step"],
        received_at=at,
        act=act.value,
        subject=subject,
    )
    try:
        is_new = inbox_writer.store(arrival)
    except Busy:
        reject(Reason.BUSY, timezone.localdate(at))
        return False
    if not is_new:
        reject(Reason.REPEATED, timezone.localdate(at))
    return True
