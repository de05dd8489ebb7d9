"""The models, gathered for Django; each has a module of its own."""

from campagne.guided.joining.guesses import WrongCodes
from campagne.guided.joining.participants import Participant
from campagne.guided.joining.seats import SeatCard
from campagne.guided.leading.cards import PresenterCard
from campagne.guided.leading.hands import HandCount
from campagne.guided.paper.second import SecondEntry
from campagne.guided.sessions.library import Library, Location
from campagne.guided.sessions.meetings import Meeting, Referral
from campagne.guided.sessions.session import GuidedSession

__all__ = [
    "GuidedSession",
    "HandCount",
    "Library",
    "Location",
    "Meeting",
    "Participant",
    "PresenterCard",
    "Referral",
    "SeatCard",
    "SecondEntry",
    "WrongCodes",
]
