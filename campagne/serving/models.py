"""The facts of this installation, the generation of its pages, and how often they were given out."""

from campagne.serving.installation import Installation
from campagne.serving.store.generation import Generation
from campagne.serving.store.given_out import GivenOut

__all__ = ["Generation", "GivenOut", "Installation"]
