"""The database: SQLite on one machine or PostgreSQL for several, and what happens when it is away.

Whichever it is, an acknowledged write is never lost, whoever asks is answered or refused within three seconds,
and what the code expects of it is checked before it is trusted.
"""
