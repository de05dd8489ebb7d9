"""Django's own PostgreSQL, which also gives up in time.

A server that refuses says so at once; one that is silent (a pulled cable, a frozen machine) says
nothing, so the first question of a request and a new connection have a deadline.
"""
