"""Backup: one file that holds the whole installation, and the way back from it.

What is written is read back before it counts as made. What is restored is proved by serving it before anybody
is told to use it. Nothing that stands is ever written over by a restore, and whatever is broken off leaves no half:
it works under another name until the last step. Only the private key, which is not on this machine, opens what was
encrypted; a key of this machine opens it too, so that what was written can be read back and drilled.
"""
