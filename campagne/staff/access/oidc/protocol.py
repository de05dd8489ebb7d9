"""OpenID Connect as django-allauth speaks it, and stricter: discovery, signature and nonce are always checked.

Source: OpenID Connect Core 1.0, §3.1.3.7 (what to check in a token); Discovery 1.0, §4.3.
"""

import secrets
from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from campagne.staff.access.oidc.claims import Claims, read_claims
from campagne.staff.access.oidc.refusals import Reason

SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""With a key pair, never with the secret that we hold as well, and never with nothing."""
SECONDS_CLOCKS_MAY_DIFFER = 60
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class Refused(OAuth2Error):
    """Why nobody comes in: a reason with words for who tries, and a detail for the log, without an address."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason.name)
        self.reason = reason


class Conversation(OpenIDConnectOAuth2Adapter):
    """One time of logging in. `nonce` was sent along at its beginning."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the municipality tells about itself. Raises Refused when that is not the one we were told of."""
        config, begun_at = super().openid_config, self.get_provider().app.settings["server_url"]
        if missing := [name for name in NEEDED if not isinstance(config.get(name), str)]:
            raise Refused(Reason.NOT_RIGHT, f"discovery lacks {', '.join(missing)}")
        if config["issuer"].rstrip("/") != begun_at:
            raise Refused(Reason.NOT_RIGHT, f"discovery at {begun_at} is of issuer {config['issuer']!r}")
        if begun_at.startswith("https://") and any(urlsplit(config[name]).scheme != "https" for name in NEEDED):
            raise Refused(Reason.NOT_RIGHT, "discovery names an address without https")
        return config

    def get_callback_url(self, request: HttpRequest | None = None, app: SocialApp | None = None) -> str:
        """The one address that the municipality knows of us."""
        return settings.SITE_URL + reverse("openid_connect_callback", args=[self.provider_id])

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **told: Any) -> SocialLogin:
        """Read who it is from the token. Raises Refused."""
        claims = self._verified(app, told["response"].get("id_token") or "")
        if not claims.get("email") and "userinfo_endpoint" in self.openid_config:
            about = self._fetch_user_info(token.token)
            if about.get("sub") != claims["sub"]:
                raise Refused(Reason.NOT_RIGHT, "userinfo is of another subject than the token")
            claims = {**about, **claims}
        return self.get_provider().sociallogin_from_response(request, claims)

    def _verified(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                self._key_of(id_token),
                algorithms=SIGNED_WITH,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                leeway=SECONDS_CLOCKS_MAY_DIFFER,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as error:
            raise Refused(Reason.CLOCK, str(error)) from error
        except jwt.PyJWTError as error:
            raise Refused(Reason.NOT_RIGHT, str(error)) from error
        if not compare_digest(str(claims.get("nonce")), self.nonce or "none was sent"):
            raise Refused(Reason.NOT_RIGHT, "the nonce is another than was sent")
        if claims.get("azp", app.client_id) != app.client_id:
            raise Refused(Reason.NOT_RIGHT, "the token was given to another party (azp)")
        return claims

    def _key_of(self, id_token: str) -> jwt.PyJWK:
        """The key that the token says it was signed with, from the municipality's list. Raises PyJWTError."""
        called = jwt.get_unverified_header(id_token).get("kid")
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if key.public_key_use in (None, "sig")]
        for key in keys:
            if key.key_id == called or (called is None and len(keys) == 1):
                return key
        raise jwt.InvalidTokenError(f"no key {called!r} among the {len(keys)} of the municipality")


class MunicipalProvider(OpenIDConnectProvider):
    """A municipality as django-allauth knows it; of what it tells only who it is comes into the database."""

    pkce_enabled_default = True
    oauth2_adapter_class = Conversation

    def begin(self, request: HttpRequest, next_url: str | None) -> HttpResponse:
        """Send somebody to the municipality. Raises Refused, or RequestException when it does not answer."""
        nonce = secrets.token_urlsafe(24)
        asked = {"nonce": nonce} | ({"acr_values": acr} if (acr := self.app.settings["acr"]) else {})
        return self.redirect(request, AuthProcess.LOGIN, next_url=next_url, auth_params=asked, nonce=nonce)

    def serialize(self) -> dict[str, Any]:
        """Two municipalities may have given us the same client id."""
        return {"id": self.sub_id}

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> SocialLogin:
        login = super().sociallogin_from_response(request, response)
        login.claims: Claims = read_claims(response)
        return login

    def extract_uid(self, data: dict[str, Any]) -> str:
        return read_claims(data).key

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list:
        return []
