"""Staff: the people who log in, what their role lets them do, and whose things they may touch.

A person belongs to a municipality through its group of editors; no group means the whole region
only for those whose role says so. One ownership policy decides for everything that is no page.
"""
