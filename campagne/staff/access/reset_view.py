"""The screen on which an administrator wipes somebody's second factor."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from campagne.staff.access.resetting import may_reset, reset_second_factor
from campagne.staff.access.second_factor import has_one
from campagne.staff.models import User


@require_admin_access
@require_http_methods(["GET", "POST"])
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    if not may_reset(request.user, account):
        raise PermissionDenied
    if request.method == "POST":
        reset_second_factor(account, by=request.user)
        messages.success(request, f"De tweede stap van {account} is gewist. {account} maakt er zelf een nieuwe.")
        return redirect("wagtailusers_users:edit", account.pk)
    return TemplateResponse(request, "account/reset_factor.html", {"account": account, "has_one": has_one(account)})
