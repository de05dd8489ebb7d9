"""Attention: which target group needs it now, why, and what to do first. Chance alone seldom raises a card."""
