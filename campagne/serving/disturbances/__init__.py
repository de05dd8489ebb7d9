"""What went wrong or slowly, for whoever keeps the site running: errors, slow questions to the database, slow requests.

Nothing of a visitor is in it: a class, a place in our code, a route, a statement without its values; a count per day.
What happens is noted in memory and written down beside the requests, so that a database that is away holds up nobody.
It is bounded everywhere: in length, in kinds per process and per day, and in days.
"""
