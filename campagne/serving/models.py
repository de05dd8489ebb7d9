"""The facts of this installation, its pages and how often they were given out, the clock, and what went wrong."""

from campagne.serving.clock.lease import Lease
from campagne.serving.clock.runs import JobRun
from campagne.serving.disturbances.record import Disturbance
from campagne.serving.installation import Installation
from campagne.serving.store.generation import Generation
from campagne.serving.store.given_out import GivenOut

__all__ = ["Disturbance", "Generation", "GivenOut", "Installation", "JobRun", "Lease"]
