"""The kinds of sound that are taken in, read byte by byte, without a library and without decoding.

Every module has `strip(content)`: it gives what is heard, without title, maker, place or cover picture, and how many
seconds that lasts. It raises Broken, or what reading past an end raises, for a file that is not whole.
"""
