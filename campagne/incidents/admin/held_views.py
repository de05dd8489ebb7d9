"""What was planned for campaigns and waits: released one by one, or all at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.holding import HeldPlan, release


@for_raisers
@require_POST
def release_one(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(HeldPlan.objects.select_related("page"), pk=pk)
    if release(plan, request.user, timezone.now()):
        messages.success(request, f"‘{plan}’ is nu gepubliceerd.")
    else:
        messages.warning(request, f"‘{plan}’ wacht niet meer: iemand anders was eerder, of plande het opnieuw.")
    return redirect("incidents_list")


@for_raisers
@require_POST
def release_all(request: HttpRequest) -> HttpResponse:
    """Only those that were on the screen, so that nothing is published that nobody saw."""
    chosen = [int(pk) for pk in request.POST.getlist("plan") if pk.isdecimal() and len(pk) < 10]
    plans = HeldPlan.objects.waiting().filter(pk__in=chosen)
    released = sum(release(plan, request.user, timezone.now()) for plan in plans)
    messages.success(request, f"{released} campagnes zijn nu gepubliceerd.")
    return redirect("incidents_list")
