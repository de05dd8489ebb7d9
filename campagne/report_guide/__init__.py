"""The report guide (meldwijzer): from what happened to what comes first, where to report and what happens next.

`/melden/` asks with pictures and words; every answer is an address, so each screen is the same for everybody, can be
stored, linked and printed, and works without a script. From `/melden/` no outcome is further than three taps; what
would be further, or has no act, no channel and no review date, cannot be published.
"""
