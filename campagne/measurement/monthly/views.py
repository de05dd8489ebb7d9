"""Where a reader of figures asks for the monthly mail, sees what it looks like, and stops it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from campagne.measurement.monthly.letter import letter_for
from campagne.measurement.monthly.reader import MonthlyReader
from campagne.measurement.monthly.standing import obstacles, told_of
from campagne.measurement.screen import figures_screen

TITLE = "Maandmail"


@require_http_methods(["GET", "HEAD", "POST"])
def monthly_mail(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("staff.view_figures"):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    if request.method == "POST":
        return _chosen(request)
    today = timezone.localdate()
    reader = MonthlyReader.objects.filter(user=request.user).first()
    context = {
        "reader": reader,
        "told": list(told_of(reader, today)) if reader else [],
        "obstacles": obstacles(request.user),
        "letter": letter_for(request.user, today),
    }
    return figures_screen(request, "monthly/choose", (TITLE, ""), context=context, icon="mail")


def _chosen(request: HttpRequest) -> HttpResponse:
    """Begin or stop, and say which; the same again changes nothing."""
    if "stop" in request.POST:
        MonthlyReader.objects.filter(user=request.user).delete()
        messages.success(request, "U krijgt de maandmail niet meer.")
    else:
        MonthlyReader.objects.get_or_create(user=request.user, defaults={"since": timezone.localdate()})
        is_coming = not obstacles(request.user)
        messages.success(request, "U krijgt de maandmail." if is_coming else "Uw keuze is bewaard.")
    return redirect("monthly_mail")
