"""A new password by mail: whoever reads the mail of an account gets at its password, also when others guess at it."""

from django.forms import Form
from django.http import HttpResponse
from wagtail.admin.views.account import PasswordResetConfirmView

from campagne.staff.access.lockout.devices import as_counted, by_mail, remember


class NewPassword(PasswordResetConfirmView):
    """Wagtail's, after which this browser has a count of its own for passwords."""

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        remember(self.request, response, by_mail(as_counted(self.user.get_username())))
        return response


new_password = NewPassword.as_view()
