"""What happened around our figures, so that nobody reads a rise without it.

People write events down; changes of what we count ourselves are written down by the clock. An event explains nothing
by itself: at the same time is not because of.
"""
