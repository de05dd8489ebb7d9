from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class StaffConfig(AppConfig):
    name = "campagne.staff"
    label = "staff"
    verbose_name = "Medewerkers"

    def ready(self) -> None:
        from campagne.staff.arriving import arrive

        # Every way in (password, second factor, passkey, OpenID Connect) ends with this one word of Django.
        user_logged_in.connect(arrive, dispatch_uid="staff")
