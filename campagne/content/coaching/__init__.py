"""The language coach beside the pages: what their texts are, and what may make those hard to read.

The rules are those of campagne.language, and nowhere else; a screen or script only shows what they found. They ask an
editor to look again, and block nothing.
"""
