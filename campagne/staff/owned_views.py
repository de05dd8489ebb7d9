"""Admin screens for things that belong to a municipality or the region.

Wagtail's own screens ask only whether somebody may edit this *kind* of thing. Here every address
with a primary key also asks whether *this one* is theirs, every list and chooser leaves out what
belongs to others, and a form offers only the municipalities somebody works for.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from campagne.staff.histories import HistoryOfRegister
from campagne.staff.ownership import OwnershipPolicy, usable_by, works_for_region


class OwnedForm(WagtailAdminModelForm):
    """Offer only one's own municipalities; what a municipality makes is always the municipality's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields.get("municipality")
        if owner is None or self.for_user is None or works_for_region(self.for_user):
            return
        owner.queryset = owner.queryset.filter(editors__user=self.for_user)
        owner.required = True
        owner.empty_label = None
        owner.initial = owner.queryset.first()


class _Usable:
    """The instances a person may refer to: the region's and their own."""

    def get_object_list(self) -> QuerySet:
        return super().get_object_list().filter(usable_by(self.request.user))

    def get_object(self, pk: Any) -> Any:
        return get_object_or_404(self.model_class.objects.filter(usable_by(self.request.user)), pk=unquote(str(pk)))

    def get_objects(self, pks: list) -> QuerySet:
        return super().get_objects(pks).filter(usable_by(self.request.user))


class OwnedChooseView(_Usable, ChooseView):
    pass


class OwnedChooseResultsView(_Usable, ChooseResultsView):
    pass


class OwnedChosenView(_Usable, SnippetChosenView):
    pass


class OwnedChosenMultipleView(_Usable, SnippetChosenMultipleView):
    pass


class OwnedChooserViewSet(SnippetChooserViewSet):
    choose_view_class = OwnedChooseView
    choose_results_view_class = OwnedChooseResultsView
    chosen_view_class = OwnedChosenView
    chosen_multiple_view_class = OwnedChosenMultipleView


class OwnedViewSet(SnippetViewSet):
    """The screens of one model with a `municipality`; use it instead of SnippetViewSet."""

    chooser_viewset_class = OwnedChooserViewSet
    history_view_class = HistoryOfRegister
    copy_view_enabled = False

    @property
    def permission_policy(self) -> OwnershipPolicy:
        return OwnershipPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.permission_policy.instances_user_has_any_permission_for(request.user, ["add", "change", "delete"])

    def construct_view(self, view_class: type, **kwargs: Any) -> Callable:
        return self._only_mine(super().construct_view(view_class, **kwargs))

    def _only_mine(self, view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if "pk" in kwargs:
                instance = get_object_or_404(self.model, pk=unquote(str(kwargs["pk"])))
                actions = ("add", "change", "delete", "view")
                if not self.permission_policy.user_has_any_permission_for_instance(request.user, actions, instance):
                    raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded


class OwnedDeleteBulkAction(DeleteBulkAction):
    """Deleting several at once asks for each of them whether it is theirs, and does not name the others."""

    def get_actionable_objects(self) -> tuple[list, dict[str, list]]:
        mine, _ = super().get_actionable_objects()
        return mine, {"items_with_no_access": []}

    def check_perm(self, snippet: Any) -> bool:
        return snippet.snippet_viewset.permission_policy.user_has_permission_for_instance(
            self.request.user, "delete", snippet
        )
