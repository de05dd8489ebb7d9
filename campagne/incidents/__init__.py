"""Incident mode: what to do now, raised by two people or as an exercise, updated, withdrawn, and over by itself.

Everything that is told is a `Message`, frozen when it is published, so that what people read, feeds and history agree.
This is no crisis channel: NL-Alert, L1 and the safety region lead, and every screen says so.
"""
