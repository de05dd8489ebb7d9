"""Moving: a whole installation from SQLite to PostgreSQL, in one transaction, and proof that nothing changed.

Values travel as the text that both databases can read, past models, signals and defaults, so what arrives
is what stood there. The source is locked while it is read; the target has everything or nothing. The search
index differs per database and is made again.
"""
