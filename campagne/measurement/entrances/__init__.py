"""Entrances: named ways in, such as a poster in a library, with their short address and what came of them."""
