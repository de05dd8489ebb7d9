"""Addresses of coming in, below the admin, where its cookie is sent and nothing of the public site stands."""

from allauth.account import views as account
from django.urls import include, path
from wagtail.admin.views.account import LogoutView

from campagne.staff.access import making, reset_view
from campagne.staff.access.forgotten import forgotten_password
from campagne.staff.access.lockout.new_password import new_password
from campagne.staff.access.oidc import views as oidc

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", LogoutView.as_view(), name="account_logout"),
    path("password_reset/", forgotten_password),
    path("password_reset/confirm/<uidb64>/<token>/", new_password),
    path("toegang/wachtwoord/", account.reauthenticate, name="account_reauthenticate"),
    path("toegang/tweede-stap/totp/activate/", making.with_an_app),
    path("toegang/tweede-stap/webauthn/add/", making.with_a_passkey),
    path("toegang/tweede-stap/", include("allauth.mfa.urls")),
    path("toegang/gemeente/<slug:provider_id>/login/", oidc.begin, name="openid_connect_login"),
    path("toegang/gemeente/<slug:provider_id>/login/callback/", oidc.come_back, name="openid_connect_callback"),
    path("medewerkers/<int:pk>/tweede-stap/", reset_view.reset, name="reset_second_factor"),
]
