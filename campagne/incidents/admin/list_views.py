"""All incidents: what runs first, then what waits for a second person, then what was."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.admin.screen import screen
from campagne.incidents.admin.showing import standing, whole
from campagne.incidents.course import OVER, State
from campagne.incidents.holding import HeldPlan
from campagne.incidents.incident import Incident

ON_A_SCREEN = 20


@for_raisers
def incident_list(request: HttpRequest) -> HttpResponse:
    at, incidents = timezone.now(), whole(Incident.objects.all())
    over = incidents.filter(state__in=[state.value for state in OVER])
    page = Paginator(over, ON_A_SCREEN).get_page(request.GET.get("blad"))
    return screen(
        request,
        "list",
        running=[standing(incident, at) for incident in incidents.live(at)],
        waiting=incidents.filter(state=State.AWAITING.value),
        held=HeldPlan.objects.waiting().select_related("page", "incident__page"),
        page=page,
        history=[standing(incident, at) for incident in page],
    )
