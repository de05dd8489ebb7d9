"""Activities: what municipalities and libraries do on a day, to go to.

An activity is one row with its rule of repetition; its days are computed, never stored. One day that is full or
cancelled is a row of its own. What is over is gone from every list by itself. A calendar knows an activity by a name
that was frozen when it was made, so it stays the same when the activity is renamed, moved or given away.
Signing up happens elsewhere: no name of a visitor or of an organiser is kept here.
"""
