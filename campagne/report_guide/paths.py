"""Which questions a type of incident asks, and to which outcome each way of answering leads. Pure.

An outcome says for whom it is (roles; none: everybody whom no outcome names) and whether it is for when money is gone.
Only what makes a difference is asked: first who somebody is, then about money, where that matters for them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_TAPS = 3


class Role(StrEnum):
    """Who somebody is here; the value stands in the address."""

    RESIDENT = "inwoner"
    ENTREPRENEUR = "ondernemer"
    YOUNG = "jongere"
    PARENT = "ouder"
    NEIGHBOUR = "buur"
    ANYBODY = "anders"


class Money(StrEnum):
    """Whether money is gone; the value stands in the address."""

    GONE = "ja"
    SAFE = "nee"
    EITHER = ""


class Asked(StrEnum):
    WHO = "wie"
    MONEY = "geld"


@dataclass(frozen=True)
class Fit:
    """For whom, and in which case, an outcome is."""

    roles: tuple[Role, ...] = (Role.ANYBODY,)
    money: Money = Money.EITHER


@dataclass(frozen=True)
class Screen:
    """One address below a type: it asks something, or is the outcome with this index.

    `number` tells screens of one type apart in counts: below 100 it asks, from 100 it is an outcome.
    """

    path: str
    role: Role | None = None
    money: Money = Money.EITHER
    asks: Asked | None = None
    answers: tuple[str, ...] = ()
    outcome: int | None = None

    @property
    def number(self) -> int:
        place = 0 if self.role is None else 1 + list(Role).index(self.role)
        return place if self.asks else OUTCOMES_FROM + 3 * place + list(Money).index(self.money)

    @property
    def taps(self) -> int:
        """How many taps after the type was chosen."""
        return self.path.count("/")


@dataclass(frozen=True)
class Flaw:
    """Why the outcomes do not fit together; `outcome` is the index of the one to mend, None for the whole."""

    words: str
    outcome: int | None = None


OUTCOMES_FROM = 100


def screens(outcomes: Sequence[Fit]) -> dict[str, Screen]:
    """Every screen of a type by its path below it, such as "" or "jongere/ja/"; of flawed outcomes what can be shown.

    Where two outcomes fit the same answers, the first is shown.
    """
    roles = _roles(outcomes)
    if not roles:
        return {}
    if len(roles) == 1:
        found = list(_screens_of(outcomes, roles[0], "", None))
    else:
        root = Screen("", asks=Asked.WHO, answers=tuple(role.value for role in roles))
        found = [root, *(screen for role in roles for screen in _screens_of(outcomes, role, f"{role}/", role))]
    return {screen.path: screen for screen in found}


def _screens_of(outcomes: Sequence[Fit], role: Role, path: str, told: Role | None) -> Iterator[Screen]:
    """The screens of one role; `told` is the role when it was asked for."""
    by_money = {fit.money: index for index, fit in reversed(list(enumerate(outcomes))) if role in fit.roles}
    if {Money.GONE, Money.SAFE} <= by_money.keys():
        yield Screen(path, told, asks=Asked.MONEY, answers=(Money.GONE.value, Money.SAFE.value))
        for money in (Money.GONE, Money.SAFE):
            yield Screen(f"{path}{money}/", told, money, outcome=by_money[money])
    else:
        money, index = next(iter(by_money.items()))
        yield Screen(path, told, money, outcome=index)


def taps_from_guide(outcomes: Sequence[Fit], *, in_category: bool) -> int:
    """The most taps from the first screen of the guide to an outcome; a category is a tap, so is the type."""
    return 1 + in_category + max((screen.taps for screen in screens(outcomes).values()), default=0)


def flaws(outcomes: Sequence[Fit], *, in_category: bool) -> list[Flaw]:
    """What stands in the way of publishing; empty when every way of answering leads to one outcome, near enough."""
    if not outcomes:
        return [Flaw("Er is nog geen uitkomst. Voeg er één toe: wat doet iemand eerst, en waar meldt die het?")]
    taps = taps_from_guide(outcomes, in_category=in_category)
    too_far = f"Van het eerste scherm tot een uitkomst is het {taps} keer tikken; hoogstens {MOST_TAPS} mag. "
    far = [Flaw(f"{too_far}Zet dit onderwerp op het eerste scherm, of vraag minder.")] if taps > MOST_TAPS else []
    return [*_doubled(outcomes), *_half_asked(outcomes), *far]


def _doubled(outcomes: Sequence[Fit]) -> Iterator[Flaw]:
    seen: Counter[tuple[Role, Money]] = Counter()
    for index, fit in enumerate(outcomes):
        for role in fit.roles:
            if seen[role, fit.money]:
                yield Flaw(
                    f"Voor ‘{role}’ staat deze uitkomst er al. Kies een andere rol of een ander antwoord.", index
                )
            seen[role, fit.money] += 1


def _half_asked(outcomes: Sequence[Fit]) -> Iterator[Flaw]:
    """Roles for which there is an outcome for one answer about money and not for the other, or for all three."""
    for role in _roles(outcomes):
        found = {fit.money: index for index, fit in enumerate(outcomes) if role in fit.roles}
        if len(found) == 1 and Money.EITHER not in found:
            money, index = next(iter(found.items()))
            other = Money.SAFE if money is Money.GONE else Money.GONE
            words = f"Voor ‘{role}’ is er een uitkomst bij geld weg: {money}, maar niet bij {other}. Voeg die toe."
            yield Flaw(words, index)
        elif len(found) > 1 and Money.EITHER in found:
            words = f"Voor ‘{role}’ maakt geld bij de ene uitkomst wel uit en bij de andere niet. Kies één van beide."
            yield Flaw(words, found[Money.EITHER])


def _roles(outcomes: Sequence[Fit]) -> list[Role]:
    """The roles that outcomes name, in a fixed order."""
    named = {role for fit in outcomes for role in fit.roles}
    return [role for role in Role if role in named]
