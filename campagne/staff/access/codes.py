"""The second screen: a code of the app, good for once, or a recovery code, of which somebody hears when it was used."""

from collections.abc import Callable
from functools import partial

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter as get_factor_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.urls import reverse
from wagtail.admin import messages

from campagne.staff.access.lockout.guarding import code_looked_at

# A code holds for three half minutes; so many can have been used in that time.
KEPT_SPENT = 3
USED = "U gebruikte een herstelcode. U heeft er {left}."
LOST = "Telefoon kwijt? Haal de app weg en maak een nieuwe tweede stap."


class CodeForm(AuthenticateForm):
    def clean_code(self) -> str:
        return code_looked_at(self.user, partial(_good_once, self, super().clean_code))

    def save(self) -> None:
        super().save()
        _tell_of_recovery(self)


class CodeAgainForm(ReauthenticateForm):
    """The same, for whoever changes something about their access."""

    def clean_code(self) -> str:
        return code_looked_at(self.user, partial(_good_once, self, super().clean_code))

    def save(self) -> None:
        super().save()
        _tell_of_recovery(self)


def _tell_of_recovery(form: BaseAuthenticateForm) -> None:
    """By mail, for whoever did not do this, and on the next screen, for whoever did."""
    if form.authenticator.type == Authenticator.Type.RECOVERY_CODES:
        # Django-allauth strikes the code out in a row that it read anew, and keeps the old one in the form.
        form.authenticator.refresh_from_db(fields=["data"])
        left = len(form.authenticator.wrap().get_unused_codes())
        get_adapter().send_notification_mail("mfa/email/recovery_code_used", form.user, {"left": left})
        how_many = f"nog {left}" if left else "geen meer"
        own_step = messages.button(reverse("mfa_index"), "Uw tweede stap")
        messages.warning(context.request, f"{USED.format(left=how_many)} {LOST}", buttons=[own_step])


def _good_once(form: BaseAuthenticateForm, clean: Callable[[], str]) -> str:
    """Django-allauth remembers used codes in the cache, which each process has for itself; here they are in the row."""
    code = clean()
    if form.authenticator.type == Authenticator.Type.TOTP and not spend(form.authenticator, code):
        raise get_factor_adapter().validation_error("incorrect_code")
    return code


@transaction.atomic
def spend(app: Authenticator, code: str) -> bool:
    """Use a code up; False when it was used before."""
    digits = normalize_user_code(code)
    kept = Authenticator.objects.select_for_update().get(pk=app.pk)
    spent = kept.data.get("spent", [])
    if digits in spent:
        return False
    kept.data["spent"] = [digits, *spent][:KEPT_SPENT]
    kept.save(update_fields=["data"])
    return True
