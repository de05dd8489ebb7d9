"""The dashboard: counters and quiz results of a period and pages, as answers to the questions of the ladder.

Nobody sees more than the region's figures and those of their own municipality. Every figure passes
`publishable` on its way out, and no two rungs are ever combined.
"""
