"""What a municipality says about somebody, read strictly, and whether that is enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from campagne.staff.access.oidc.municipality import Municipality
from campagne.staff.access.oidc.refusals import Reason

SECOND_FACTOR = "mfa"
"""More than one factor was shown. Source: RFC 8176."""


@dataclass(frozen=True)
class Claims:
    """Who it is for good (`issuer` and `subject`), their address now, and how they logged in."""

    issuer: str
    subject: str
    email: str
    is_verified: bool
    methods: frozenset[str]
    acr: str

    @property
    def key(self) -> str:
        """Names one person of one municipality in 64 signs: an address may be given to somebody else later."""
        return blake2b(f"{self.issuer}\n{self.subject}".encode(), digest_size=32).hexdigest()


def read_claims(told: Mapping[str, Any]) -> Claims:
    """Read what a token says; what is of another kind than expected counts as not said."""
    methods = told.get("amr")
    return Claims(
        issuer=str(told["iss"]),
        subject=str(told["sub"]),
        email=_text(told.get("email")).strip(),
        is_verified=told.get("email_verified") in (True, "true"),
        methods=frozenset(_text(each) for each in methods) if isinstance(methods, list) else frozenset(),
        acr=_text(told.get("acr")),
    )


def refusal_of_address(claims: Claims, municipality: Municipality) -> Reason | None:
    """Say why an account cannot be looked for by this address, or None when it can."""
    if not claims.email:
        return Reason.NO_ADDRESS
    if not municipality.speaks_for(claims.email):
        return Reason.OTHER_DOMAIN
    if not (claims.is_verified or municipality.is_authoritative):
        return Reason.NOT_VERIFIED
    return None


def showed_second_factor(claims: Claims, municipality: Municipality) -> bool:
    """Whether the municipality asked for a second factor itself. What it does not say, is not so."""
    return SECOND_FACTOR in claims.methods or bool(municipality.acr and claims.acr == municipality.acr)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
