"""Addresses of coming in, below the admin, where its cookie is sent and nothing of the public site stands."""

from allauth.account import views as account
from django.urls import include, path
from wagtail.admin.views.account import LogoutView

from campagne.staff.access import making

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", LogoutView.as_view(), name="account_logout"),
    path("toegang/wachtwoord/", account.reauthenticate, name="account_reauthenticate"),
    path("toegang/tweede-stap/totp/activate/", making.with_an_app),
    path("toegang/tweede-stap/webauthn/add/", making.with_a_passkey),
    path("toegang/tweede-stap/", include("allauth.mfa.urls")),
]
