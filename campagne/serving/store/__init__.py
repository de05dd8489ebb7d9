"""The page store: public pages are made once and given out, in front of everything that could fail.

A page is always made from a request of our own, so nothing a reader sends can be in it. It is given out
until the generation rises; then it is made again behind the readers' backs. What was withdrawn is never shown again.
"""
