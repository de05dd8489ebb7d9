"""Figures for everybody: frozen once a month, protected as a whole table, and never made again.

A month that stands is never changed, so nobody can subtract two refreshes; a command makes any figure again from its
stored question and tells whether it is the same.
"""
