"""The state that everybody fetches: answered before anything else of the site, from a cache of half a second."""
