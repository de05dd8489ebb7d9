"""Freezing an account that was misused: shut it, see what was done in its name, and put pages back.

Shutting comes first and takes a second; looking and putting back may take a day. Nothing is thrown away: what the
account wrote stays among the versions of its pages. Everything here may run twice, and stands in the site history.
"""
