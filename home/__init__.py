"""Home: the front page, the site's settings, and the founding of a region.

The front page asks "Voor wie?" and says in five seconds what this is. A region is founded once,
empty or as a demo.
"""
