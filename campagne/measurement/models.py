"""Counters and the inbox they are filled from."""
