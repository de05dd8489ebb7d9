from django.apps import AppConfig, apps
from django.contrib.auth.signals import user_logged_in


class StaffConfig(AppConfig):
    name = "campagne.staff"
    label = "staff"
    verbose_name = "Medewerkers"

    def ready(self) -> None:
        from campagne.staff.arriving import arrive

        # Every way in (password, second factor, passkey, OpenID Connect) ends with this one word of Django.
        user_logged_in.connect(arrive, dispatch_uid="staff")
        # Wagtail asks its own app which screens an account has.
        apps.get_app_config("wagtailusers").user_viewset = "campagne.staff.user_screens.AccountViewSet"
