"""The models, gathered for Django."""

from campagne.activities.activity import Activity
from campagne.activities.single_day import SingleDay

__all__ = ["Activity", "SingleDay"]
