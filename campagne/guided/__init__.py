"""Guided sessions in libraries: planned, led by a presenter, joined with a code, on a screen or on paper.

One row is the truth (`GuidedSession`), and everybody fetches that state. A participant is nobody: a random id, without
a name, that links at most a seat card and an attempt, and is deleted once its answers are counts. What a presenter
may do comes from a login or from a secret that participants never receive.
"""
