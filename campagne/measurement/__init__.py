"""Measurement: counts without identifiers, and what they may be said to mean.

It reads what the other apps hold; nothing calls it. No table here could name a visitor: there are
counts per day, and an inbox whose rows live minutes.
"""
