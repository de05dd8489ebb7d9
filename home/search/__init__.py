"""Finding: what somebody types leads to a page, also misspelt, joined, split or by another word.

What pages say is written down word by word by the clock, never while somebody waits, and the same way on every
database. Rules about words are pure. What was looked for is kept only once many have looked for it.
"""
