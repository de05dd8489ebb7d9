"""The report of a session and the totals of many: counts of people, and honest figures about what they learned.

Every figure leaves through `publishable` and is told with its unit, its whole, its range or why there is none, its
source and what it does not say. The same figures come out before and after attempts became counts. Visitors are
counted by people in the room; that is never added to visits online.
"""
