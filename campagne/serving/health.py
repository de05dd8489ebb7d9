"""Is the site up? `/-/live` answers as soon as the site serves, without asking the database; `/-/ready` asks all.

A load balancer looks at `/-/live`: stored pages are given out also while the database is away. `/-/ready` is for
who keeps watch: 503 when the database cannot be used, 200 with `waarschuwingen` when a job is late or failing.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campagne.serving.readiness import examination


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    return HttpResponse("live\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    found = examination.outcome(timezone.now())
    body = {"klaar": not found.reasons, "redenen": found.reasons, "waarschuwingen": found.warnings}
    response = JsonResponse(body, status=503 if found.reasons else 200, json_dumps_params={"ensure_ascii": False})
    # Who keeps watch asks every few seconds; Django would log each answer of 503.
    response._has_been_logged = True
    return response
