"""Quiz: an instrument, not a form.

A question that was published never changes: editing it makes a new version, and an answer points
at a version and an option for ever. Answers are marked on the server. No name, address or browser
of whoever answers is kept.

Rooms: `questions` (what is asked), `changes` (what happens to what was answered already), `answers` (what was answered,
and the counts that are kept), `taking` (the screens of a resident), `sound`, `quality` (what is looked at before
publishing), `report` (results for staff) and `exchange` (to and from other programs).
"""
