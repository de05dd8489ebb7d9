"""The second screen: a code of the app, or a recovery code, of which somebody hears when it was used."""

from allauth.account.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator

from campagne.staff.access.lockout.guarding import code_looked_at


class CodeForm(AuthenticateForm):
    def clean_code(self) -> str:
        return code_looked_at(self.user, super().clean_code)

    def save(self) -> None:
        super().save()
        if self.authenticator.type == Authenticator.Type.RECOVERY_CODES:
            left = len(self.authenticator.wrap().get_unused_codes())
            get_adapter().send_notification_mail("mfa/email/recovery_code_used", self.user, {"left": left})


class CodeAgainForm(ReauthenticateForm):
    """The same, for whoever changes something about their access."""

    def clean_code(self) -> str:
        return code_looked_at(self.user, super().clean_code)
