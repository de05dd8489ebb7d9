"""What comes in from outside: where a request may come from, how large, how often, and how slowly.

Everything is decided before anything is read, keeps no address, and a refusal is a short, kind Dutch page.
"""
