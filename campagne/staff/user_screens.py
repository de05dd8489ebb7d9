"""Wagtail's screens of an account: what they change in somebody's roles is written down, and nobody climbs by them.

Whoever has not all rights gives them to nobody, and does not change the account of who has them: with a new password
they would come in with it. A frozen account is opened by thawing alone, which takes away what an intruder left in it.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.users.views.users import CreateView, EditView, UserViewSet

from campagne.staff import audit
from campagne.staff.access.lockout.unlocking import take_lock_off
from campagne.staff.access.without_role import may_enter
from campagne.staff.freezing.account import is_frozen
from campagne.staff.histories import HistoryOfAccount

FROZEN = "Dit account is bevroren. Open het met de knop ‘Bevroren account’."
ALL_RIGHTS, NOTHING = "alle rechten", "niets"
Standing = tuple[frozenset[str], bool]
"""The roles of an account by name, and whether it can log in."""


def standing_of(account: Any) -> Standing:
    names = account.groups.values_list("name", flat=True) if account.pk else ()
    return frozenset([*names, *([ALL_RIGHTS] if account.is_superuser else [])]), account.is_active


def record_difference(account: Any, before: Standing, by: Any) -> None:
    """Write in the history what changed in what somebody may do; nothing if nothing did."""
    (had, could_log_in), (has, can_log_in) = before, standing_of(account)
    if had != has:
        added, removed = (", ".join(sorted(names)) or NOTHING for names in (has - had, had - has))
        audit.record(account, "roles", by=by, added=added, removed=removed)
    if could_log_in != can_log_in:
        audit.record(account, "opened" if can_log_in else "shut", by=by)


class _NobodyClimbs:
    """Only who has all rights gives them."""

    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        form = super().get_form(*args, **kwargs)
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form


def warn_without_role(request: HttpRequest, account: Any) -> None:
    """Say that somebody who may log in meets a shut door behind it."""
    if account.is_active and not may_enter(get_user_model().objects.get(pk=account.pk)):
        messages.warning(request, f"{account} kan nog niets: geef een rol.")


class AccountCreateView(_NobodyClimbs, CreateView):
    def save_instance(self) -> Any:
        account = super().save_instance()
        record_difference(account, (frozenset(), True), self.request.user)
        warn_without_role(self.request, account)
        return account


class AccountEditView(_NobodyClimbs, EditView):
    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        form = super().get_form(*args, **kwargs)
        if is_frozen(self.object):
            for name in ("is_active", "password1", "password2"):
                form.fields[name].disabled = True
                form.fields[name].help_text = FROZEN
        return form

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def save_instance(self) -> Any:
        before = standing_of(get_user_model().objects.get(pk=self.object.pk))
        account = super().save_instance()
        record_difference(account, before, self.request.user)
        if self.form.cleaned_data.get("password1"):
            take_lock_off(account, by=self.request.user)
        warn_without_role(self.request, account)
        return account

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if self.editing_self:
            return []
        address = reverse("freeze_account", args=[self.object.pk])
        label = "Bevroren account" if is_frozen(self.object) else "Bevries dit account"
        return [HeaderButton(label, url=address, icon_name="lock")]


class AccountViewSet(UserViewSet):
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    history_view_class = HistoryOfAccount


def before_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Several at once: remember how they stand. Opens none that is frozen."""
    accounts = [each for each in objects if isinstance(each, get_user_model())]
    if any(each.is_superuser for each in accounts) and not request.user.is_superuser:
        raise PermissionDenied
    if action_type == "set_active_state" and (frozen := [str(each) for each in accounts if is_frozen(each)]):
        messages.error(request, f"Er is niets veranderd. Bevroren: {', '.join(frozen)}. Ontdooi elk apart.")
        return redirect("wagtailusers_users:index")
    action.stood = {each.pk: (each, standing_of(each)) for each in accounts}
    return None


def after_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Write down what changed, and who went: Wagtail does that when it is one."""
    left = get_user_model().objects.in_bulk(action.stood)
    for key, (account, before) in action.stood.items():
        if key in left:
            record_difference(left[key], before, request.user)
        else:
            log(instance=account, action="wagtail.delete", user=request.user, deleted=True)
