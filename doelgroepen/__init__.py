"""For whom, where and about what: target groups, municipalities and themes.

A controlled vocabulary. What belongs to the region (no municipality) can only be changed by
those who work for the region; a municipality may add groups of its own.
"""
