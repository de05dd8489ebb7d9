"""The facts of this installation, the generation of its pages, how often they were given out, and the clock."""

from campagne.serving.clock.lease import Lease
from campagne.serving.clock.runs import JobRun
from campagne.serving.installation import Installation
from campagne.serving.store.generation import Generation
from campagne.serving.store.given_out import GivenOut

__all__ = ["Generation", "GivenOut", "Installation", "JobRun", "Lease"]
