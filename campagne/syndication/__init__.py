"""What other machines read of incidents: an Atom feed, CAP 1.2, JSON, and a card for other sites.

Only what is told now stands in it: the newest message of each incident, as it was frozen, under an identifier that
never changes. What an update superseded is gone. It keeps nothing of its own, so it has no models and is no app.
"""
