"""What every screen of a presenter, and the board, shares: no cache keeps it, and it refuses in words that fit."""

from functools import partial

from campagne.quiz.taking.screen import SeeOther, screen
from campagne.serving.intake.refusals import Refusal

__all__ = ["SeeOther", "led_screen"]

WRONG_METHOD = Refusal(405, "Zo werkt deze pagina niet", "Ga terug naar de les, en gebruik de knoppen op het scherm.")

led_screen = partial(screen, wrong_method=WRONG_METHOD)
