"""A new password by mail: whoever can read the mail of an account is its owner, also when others guess at it."""

from django.forms import Form
from django.http import HttpResponse
from wagtail.admin.views.account import PasswordResetConfirmView

from campagne.staff.access.lockout.devices import as_counted, remember


class NewPassword(PasswordResetConfirmView):
    """Wagtail's, after which this browser is known and so has a count of its own."""

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        remember(self.request, response, as_counted(self.user.get_username()))
        return response


new_password = NewPassword.as_view()
