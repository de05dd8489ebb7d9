"""Survival: what is left of the site when something under it breaks.

A fault is a function that takes an Installation, breaks one thing while readers and writers go on, and yields
Findings: what was asked and what was seen. It puts right what it broke, so that the next fault finds a whole site.
Every installation has its own folder, database and port.
"""
