"""Serving: what keeps the site answering, whatever it shows.

Its rooms: the page store, the clock, the database, the intake of requests, backups, the archive, metrics, what goes
wrong or slowly (disturbances), what others made of it (supply), and what is deployed around it. Beside them stand what
concerns all of it: the processes, health, uploads and the facts of this installation. It knows no page type, and no
request leaves it half handled.
"""
