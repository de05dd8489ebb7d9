"""What we may conclude from counts, and what of it may leave the building.

Pure: no Django, no database, no clock. Shares are fractions from 0 to 1 until a sentence is made of them.
An unknown is None and a withheld figure is `Suppressed`; neither is ever 0.
A figure leaves only through `disclosure.publishable`, a judgement only through `verdicts`.
"""
