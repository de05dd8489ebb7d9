"""One municipality whose accounts are let in."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Municipality:
    """One place where people log in.

    `id` stands in addresses and in what is stored, so it stays as it is. `issuer` is where discovery begins.
    """

    id: str
    name: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    domains: frozenset[str]
    is_authoritative: bool
    """Whatever address it gives in its domains is right, also when it does not say that it was verified."""
    acr: str
    """What it calls logging in with a second factor; empty when `amr` says so."""

    def speaks_for(self, email: str) -> bool:
        return email.rpartition("@")[2].lower() in self.domains
