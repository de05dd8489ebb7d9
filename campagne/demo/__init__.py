"""Demo: a complete example region, loaded by one command.

Its texts are true and carry their source. Loading twice changes nothing, and an installation that
was made as a demo says so on every page, for ever.
"""
