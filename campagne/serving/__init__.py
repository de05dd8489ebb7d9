"""Serving: what keeps the site answering, whatever it shows.

Health addresses, the origin check on visitors' forms, kind refusals and the facts of this
installation. It knows no page type, and no request leaves it half handled.
"""
