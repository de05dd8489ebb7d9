"""A session itself: who holds it and where, when it is, its script, and where it is in that."""
