"""The one-pager for executives: one sheet of A4 for each general goal of the note.

It takes the answers of the dashboard as they are, with the thresholds for people outside, and adds no judgement of its
own. Each sheet is read in two minutes and never runs over: what does not fit is cut by rule and said to be cut.
"""
