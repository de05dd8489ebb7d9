"""Ending one's own browser sessions on other devices: a tablet that was left somewhere, a computer of a colleague."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from campagne.staff import audit
from campagne.staff.browser_sessions import end_sessions, sessions_of


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Ask first, and say on how many devices; this one stays."""
    this_one = request.session.session_key
    if request.method == "POST":
        if ended := end_sessions(request.user, but=this_one):
            audit.record(request.user, "sessions", by=request.user)
        messages.success(request, f"U bent overal afgemeld ({ended} keer). Hier blijft u ingelogd.")
        return redirect("wagtailadmin_account")
    context = {
        "header_title": "Overal afmelden",
        "page_title": "Overal afmelden",
        "header_icon": "logout",
        "others": len(sessions_of(request.user, but=this_one)),
    }
    return TemplateResponse(request, "staff/signing_out.html", context)
