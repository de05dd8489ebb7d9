"""Quiz: an instrument, not a form.

A question that was published never changes: editing it makes a new version, and an answer points
at a version and an option for ever. Answers are marked on the server. No name, address or browser
of whoever answers is kept.
"""
