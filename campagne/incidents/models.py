"""The models, gathered for Django."""

from campagne.incidents.holding import HeldPlan
from campagne.incidents.incident import Incident, Message, PreparedLine
from campagne.incidents.reminding import Reminder
from campagne.incidents.statement import Statement

__all__ = ["HeldPlan", "Incident", "Message", "PreparedLine", "Reminder", "Statement"]
