"""The second step, for whoever has not taken it elsewhere already."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from campagne.staff.access.second_factor import BY_MUNICIPALITY


class SecondFactorStage(AuthenticateStage):
    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        shown = any(record.get("type") == BY_MUNICIPALITY for record in records)
        return not shown and super()._should_handle(request)
